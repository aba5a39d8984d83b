"""A card's own option, its evidence, and what assistive technology is told."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.app import PAGES, address_of, card, filters, open_evidence, selection, settled


def test_an_option_redraws_its_card_alone(open_at):
    page = open_at("funding")
    others = page.locator('[class*="st-key-card-"]:not(.st-key-card-funding) h4')
    before, finding = others.all_inner_texts(), card(page, "funding").locator("h4").inner_text()
    card(page, "funding").get_by_role("radio", name="Share").click()
    expect(card(page, "funding").locator("h4")).not_to_have_text(finding)
    assert settled(page).url.endswith("/funding")
    assert others.all_inner_texts() == before


def test_evidence_names_sources_and_shows_two_tables(open_at):
    shown = open_evidence(open_at("funding?market=CN"), "funding")
    expect(shown.get_by_text(re.compile(r"records? from [\d,]+ publishers?"))).to_be_visible()
    expect(shown.get_by_test_id("stDataFrame")).to_have_count(2)


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_is_told_in_words(open_at, name):
    """Its name is the same for all selections; finding and selection are told before it."""
    page = open_at(address_of(name))
    charts = page.locator(".stVegaLiteChart")
    for chart in charts.all():
        assert "finding above" in (chart.get_attribute("aria-label") or "")
        card = chart.locator("xpath=ancestor::*[contains(@class, 'st-key-card-')][1]")
        assert len(card.locator("h4").inner_text()) > 20
        told = card.locator(".told")
        assert told.text_content() == selection(page).inner_text()
        assert told.bounding_box()["width"] <= 1
    assert selection(page).inner_text()


def test_every_filter_has_a_name_and_is_reached_by_the_keyboard(open_at):
    page = open_at("funding")
    named = filters(page).get_by_role
    for role, name in (
        ("button", "China"),
        ("slider", re.compile("Quarters.*start")),
        ("radio", "without them"),
        ("radio", "confirmed"),
        ("button", "Debt"),
        ("combobox", "Segment"),
        ("combobox", "Stage"),
        ("button", "Reset filters"),
    ):
        expect(named(role, name=name)).to_have_count(1)
    reached = set()
    filters(page).get_by_role("link", name="Overview").focus()
    for __ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[class*=st-key-]')?.className"))
    keys = {key for names in reached if names for key in re.findall(r"st-key-([\w-]+)", names)}
    assert {
        f"seen-{key}" for key in ("market", "giants", "basis", "kind", "segment", "stage")
    } <= keys
    assert "quarters" in keys


def test_a_filter_answers_to_the_keyboard(open_at):
    page = open_at("funding")
    filters(page).get_by_role("button", name="US", exact=True).focus()
    page.keyboard.press("Space")
    expect(selection(page)).to_have_text(re.compile("^China, "))
