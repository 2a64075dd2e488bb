"""Parties and operations on the page: named in its language, each with its quotes."""

from parsed import Element, parse


def rows(whole: str, section: str) -> list[Element]:
    (found,) = [part for part in parse(whole).all("section") if part.attributes.get("id") == section]
    (body,) = found.all("tbody")
    return body.all("tr")


def test_every_entry_leads_to_its_quotes(whole: str) -> None:
    targets = {f"#{element.attributes['id']}" for element in parse(whole).all("li") if element.attributes.get("id")}
    for section in ("parties", "operations"):
        entries = rows(whole, section)
        assert entries
        for entry in entries:
            links = [link.attributes["href"] for link in entry.all("a", class_="ref")]
            assert links and set(links) <= targets, entry.text


def test_they_are_named_in_the_language_of_the_page(whole: str, language: str) -> None:
    parties = " ".join(entry.all("th")[0].text for entry in rows(whole, "parties"))
    assert ("Global Coalition Against ISIS" if language == "en" else "التحالف الدولي ضد داعش") in parties
    assert ("(coalition)" if language == "en" else "(تحالف)") in parties
    assert ("US Central Command" if language == "en" else "القيادة المركزية الأمريكية") in parties
    operations = " ".join(entry.text for entry in rows(whole, "operations"))
    assert ("Operation Inherent Resolve" if language == "en" else "عملية العزم الصلب") in operations


def test_the_contents_lead_there(whole: str) -> None:
    (contents,) = parse(whole).all("nav")
    assert {"#parties", "#meetings", "#operations"} <= {link.attributes["href"] for link in contents.all("a")}


def test_quotes_stay_arabic_and_stand_apart_on_an_english_page(whole: str, language: str) -> None:
    quotes = [quote for entry in rows(whole, "parties") for quote in entry.all("q")]
    assert quotes and all(quote.attributes == ({"lang": "ar", "dir": "rtl"} if language == "en" else {}) for quote in quotes)
