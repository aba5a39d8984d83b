"""Every text that a reader sees can be translated, by the way that the README tells."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

ROOT = Path(__file__).parent.parent
KEYWORDS = {"_": None, "plural": (1, 2)}
SOURCES = sorted([*(ROOT / "aiconsol").rglob("*.py"), *(ROOT / "pages").glob("*.py")])
SHOWN_BY = {
    "markdown", "caption", "info", "warning", "error", "success", "title", "header", "subheader",
    "write", "text", "button", "download_button", "link_button", "pills", "radio",
    "segmented_control", "selectbox", "multiselect", "slider", "select_slider", "text_input",
    "toggle", "checkbox", "number_input", "expander", "popover", "metric", "tabs", "page_head",
    "TextColumn", "NumberColumn", "DateColumn", "LinkColumn",
}  # fmt: skip
SECOND = {"Choice"}
TOLD_IN = {"help", "label", "placeholder", "alt", "caption", "title", "page_title"}
NAME_OF_THE_APP = "aiconsol"
LETTERS = re.compile(r"[^\W\d_]{2,}")
DIRECTIVE = re.compile(r":[a-z-]+(?=\[)|:material/\w+:|&\w+;|<[^>]*>")


def calls(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def called(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def bare_texts(node):
    """The literal texts under the node that no call of ``_`` or ``plural`` has around it."""
    if isinstance(node, ast.Call):
        return [] if called(node) in KEYWORDS else bare_texts(node.func)
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.List | ast.Tuple):
        return [text for child in ast.iter_child_nodes(node) for text in bare_texts(child)]
    return []


def shown_texts(call):
    shown = call.args[:1] if called(call) in SHOWN_BY else []
    shown = call.args[1:2] if called(call) in SECOND else shown
    tells = called(call) in SHOWN_BY | {"vega_lite_chart", "dataframe", "set_page_config", "Page"}
    named = [word.value for word in call.keywords if tells and word.arg in TOLD_IN]
    return [text for node in [*shown, *named] for text in bare_texts(node)]


@pytest.mark.parametrize(
    "path",
    [path for path in SOURCES if {"components", "cards", "pages"} & set(path.parts)]
    + [ROOT / "aiconsol" / "frame.py"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_text_is_shown_that_cannot_be_translated(path):
    texts = [text for call in calls(path) for text in shown_texts(call)]
    bare = [text for text in texts if LETTERS.search(DIRECTIVE.sub("", text))]
    assert [text for text in bare if text != NAME_OF_THE_APP] == []


def test_the_check_sees_a_bare_text():
    for shown in ('st.info("Bare")', 'st.markdown(f"# {x} Bare")', 'st.pills(x, y, help="Bare")'):
        assert shown_texts(ast.parse(shown, mode="eval").body)
    for translated in ('st.info(_("Fine"))', 'st.markdown("# " + _("Fine"))', "st.info(fine)"):
        shown = shown_texts(ast.parse(translated, mode="eval").body)
        assert not any(map(LETTERS.search, shown))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_translated_is_a_literal_sentence(path):
    """An extractor finds literals alone; a name or an f-string would never be translated."""
    for call in calls(path):
        if called(call) in KEYWORDS and not isinstance(call.func, ast.Attribute):
            wanted = 1 if called(call) == "_" else 2
            literals = [isinstance(word, ast.Constant) for word in call.args[:wanted]]
            assert literals == [True] * wanted, f"{path.name}:{call.lineno}"


def test_a_catalogue_made_from_the_sources_translates_them(tmp_path):
    catalogue = Catalog(locale="zh")
    for folder in ("aiconsol", "pages"):
        for __, __, message, __, __ in extract_from_dir(ROOT / folder, keywords=KEYWORDS):
            one = message[0] if isinstance(message, tuple) else message
            several = isinstance(message, tuple)
            catalogue.add(message, (f"译{one}",) * catalogue.num_plurals if several else f"译{one}")
    assert len(catalogue) > 300
    folder = tmp_path / "zh" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "aiconsol.mo").open("wb") as file:
        write_mo(file, catalogue)
    translated = gettext.translation("aiconsol", tmp_path, languages=["zh"])
    assert translated.gettext("Reset filters") == "译Reset filters"
    assert translated.ngettext("{count} record", "{count} records", 2) == "译{count} record"
