"""A view is an address: it opens the view, follows every click, and goes back."""

import re

from playwright.sync_api import expect

from tests.browser.app import filters, go_to, selection, settled
from tests.browser.serving import serving

WHOLE = re.compile(r"^US and China, 2019 Q1 to .*, equity rounds$")


def test_a_fresh_server_reached_first_by_a_deep_link(open_at, tmp_path):
    with serving(tmp_path / "log") as fresh:
        page = open_at("funding?market=CN&quarters=2024Q1&quarters=2025Q4", at=fresh)
        expect(page.locator("h1")).to_contain_text("How much money")
        expect(selection(page)).to_have_text("China, 2024 Q1 to 2025 Q4, equity rounds")
        assert page.locator(".stVegaLiteChart").count() >= 4


def test_a_click_narrows_the_page_and_writes_the_register_s_word_into_the_address(open_at):
    page = open_at("funding")
    expect(selection(page)).to_have_text(WHOLE)
    filters(page).get_by_role("button", name="US", exact=True).click()
    expect(selection(page)).to_have_text(re.compile("^China, "))
    expect(page).to_have_url(re.compile(r"/funding\?market=CN$"))
    filters(page).get_by_role("radio", name="without them").click()
    expect(page).to_have_url(re.compile(r"market=CN&giants=without$"))
    expect(page.get_by_text("Dropped from the address")).to_have_count(0)


def test_back_and_forward_go_through_the_views(open_at):
    page = open_at("funding?segment=chips")
    filters(page).get_by_role("button", name="US", exact=True).click()
    expect(selection(page)).to_have_text(re.compile("^China, .*chips only$"))
    go_to(page, "Overview")
    expect(page.locator("h1")).to_contain_text("how the field consolidates")
    expect(selection(page)).to_have_text(re.compile("^China, .*chips only$"))
    page.go_back()
    expect(page.locator("h1")).to_contain_text("How much money")
    page.go_back()
    expect(selection(page)).to_have_text(re.compile("^US and China, .*chips only$"))
    expect(filters(page).get_by_role("button", name="US", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    page.go_forward()
    expect(selection(page)).to_have_text(re.compile("^China, .*chips only$"))


def test_a_reload_and_a_shared_link_show_the_same_view(open_at):
    page = open_at("funding?stage=seed&basis=confirmed&giants=without")
    shown = selection(page).inner_text()
    assert "seed" in shown
    page.reload()
    expect(selection(settled(page))).to_have_text(shown)
    other = open_at(page.url.rpartition("/")[2])
    expect(selection(other)).to_have_text(shown)


def test_a_bad_link_shows_what_it_can_and_names_the_rest(open_at):
    page = open_at("funding?market=XX&market=US&stage=seed&colour=red&quarters=1999Q1")
    expect(selection(page)).to_have_text(re.compile("^US, .*stage seed$"))
    warning = page.get_by_test_id("stAlert").filter(has_text="Dropped from the address")
    for part in ("market=XX", "colour=red", "quarters=1999Q1"):
        expect(warning).to_contain_text(part)


def test_an_address_that_names_no_page_leads_to_the_overview(open_at):
    page = open_at("no-such-page")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("h1")).to_contain_text("how the field consolidates")


def test_one_press_resets_all_filters(open_at):
    page = open_at("funding?market=CN&segment=chips&quarters=2024Q1&quarters=2024Q2&basis=reported")
    filters(page).get_by_role("button", name="Reset filters").click()
    expect(selection(page)).to_have_text(WHOLE)
    expect(page).to_have_url(re.compile(r"/funding$"))


def test_quick_clicks_all_count(open_at):
    page = open_at("funding")
    for name in ("US", "Other countries"):
        filters(page).get_by_role("button", name=name, exact=True).click()
    for name in ("without them", "confirmed"):
        filters(page).get_by_role("radio", name=name, exact=True).click()
    expect(selection(page)).to_have_text(
        re.compile("^China and other countries, .*without rounds.*confirmed amounts only$")
    )
    expect(page).to_have_url(re.compile(r"market=CN&market=Other"))


def test_all_markets_taken_away_mean_all_and_hold_over_a_reload(open_at):
    page = open_at("funding?market=US")
    filters(page).get_by_role("button", name="US", exact=True).click()
    expect(selection(page)).to_have_text(re.compile("^US, China and other countries, "))
    expect(page).to_have_url(re.compile("market=US&market=CN&market=Other$"))
    page.reload()
    expect(selection(settled(page))).to_have_text(re.compile("^US, China and other countries, "))
