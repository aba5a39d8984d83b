"""The weights of the pressure score, from the address to the cards."""


def test_weights_come_from_the_address(open_page):
    app = open_page("survival", {"weight_big_tech": ["3"], "weight_quiet": ["0"]})
    weights = {slider.key: slider.value for slider in app.main.slider}
    assert weights["weight_big_tech"] == 3
    assert weights["weight_quiet"] == 0
    assert weights["weight_raised"] == 1
    assert not app.warning


def test_a_bad_weight_is_named_and_weighs_as_by_default(open_page):
    app = open_page("survival", {"weight_quiet": ["9"]})
    assert not app.exception
    assert [warning.value for warning in app.warning] == [
        "Dropped from the address: weight_quiet=9: one whole number from 0 to 3."
    ]
    assert app.slider(key="weight_quiet").value == 1


def test_weights_of_zero_say_what_to_do(open_page):
    parts = ("quiet", "raised", "runway", "multiple", "big_tech")
    app = open_page("survival", {f"weight_{part}": ["0"] for part in parts})
    assert not app.exception
    asked = [info.value for info in app.info if "at least one part" in info.value]
    assert len(asked) == 3


def test_a_weight_moved_moves_the_watchlist(open_page):
    app = open_page("survival")
    before = [text.value for text in app.main.markdown if "pressure is highest" in text.value]
    app.slider(key="weight_quiet").set_value(0).run()
    after = [text.value for text in app.main.markdown if "pressure is highest" in text.value]
    assert len(before) == len(after) == 1
    assert before != after
    assert app.button
