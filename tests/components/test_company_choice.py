import pytest

from aiconsol.components.company_choice import judged

KNOWN = {"openai", "geek+", "智谱"}


@pytest.mark.parametrize(
    ("company", "beside", "chosen", "dropped"),
    [
        ([], [], (), []),
        (["openai"], [], ("openai",), []),
        (["geek+"], ["智谱"], ("geek+", "智谱"), []),
        (["openai"], ["openai"], ("openai",), ["openai"]),
        (["nobody"], [], (), ["nobody"]),
        (["nobody"], ["openai"], ("openai",), ["nobody"]),
        (["openai", "geek+"], [], ("openai",), ["geek+"]),
        ([""], [""], (), ["", ""]),
        (["OpenAI"], [], (), ["OpenAI"]),
        (["'; DROP TABLE companies;--"], [], (), ["'; DROP TABLE companies;--"]),
        (["{parts}"], ["\x00"], (), ["{parts}", "\x00"]),
    ],
)
def test_what_an_address_names_is_judged(company, beside, chosen, dropped):
    found, bad = judged({"company": company, "beside": beside}, KNOWN)
    assert found == chosen
    assert [one.value for one in bad] == dropped
    assert all(str(one) for one in bad)
