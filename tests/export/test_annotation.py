"""The annotations against the rules of the Web Annotation Data Model and Vocabulary (W3C Recommendations, 2017)."""

import json
import re
from typing import Any

import pytest

from hasila.export.annotation import pieces
from hasila.export.material import Material
from hasila.records import KINDS
from shelf import article, examples, material

TEXT = "قال المتحدث إن 17 مدنيا قتلوا في الموصل يوم 20 يوليو 2016. وقال المتحدث إن التحالف الدولي فشل في حماية المدنيين."
IRI = re.compile(r"urn:[a-z]+:[!-~]+$|https?://[!-~]+$")
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking",
    "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
TERMS = {  # of http://www.w3.org/ns/anno.jsonld that are used here
    "id", "type", "label", "total", "first", "last", "partOf", "startIndex", "items", "motivation", "body", "target", "source", "selector",
    "start", "end", "exact", "prefix", "suffix", "format", "language", "via",
}  # fmt: skip


def collection(of: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(pieces(of)))
    return found


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(keys, value))
    return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return collection(examples())


def test_the_collection_is_one(whole: dict[str, Any]) -> None:
    assert "http://www.w3.org/ns/anno.jsonld" in whole["@context"] and whole["type"] == "AnnotationCollection"
    page = whole["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", whole["id"], 0)
    assert "@context" not in page and whole["last"] == page["id"]
    assert whole["total"] == len(page["items"]) == sum(len(list(examples().records(kind))) for kind in KINDS)
    ids = [annotation["id"] for annotation in page["items"]]
    assert len(set(ids)) == len(ids) and all(map(IRI.match, [*ids, whole["id"], page["id"]]))


def test_every_annotation_follows_the_model(whole: dict[str, Any]) -> None:
    for annotation in whole["first"]["items"]:
        assert annotation["type"] == "Annotation" and annotation["motivation"] in MOTIVATIONS
        assert IRI.match(annotation["body"]["id"]) and "Dataset" in annotation["body"]["type"]
        for target in targets(annotation):
            assert target["type"] == "SpecificResource"
            assert IRI.match(target["source"]["id"]) and target["source"]["type"] == "Text"
            assert [selector["type"] for selector in target["selector"]] == ["TextPositionSelector", "TextQuoteSelector"]


def test_both_selectors_select_the_same_words(whole: dict[str, Any]) -> None:
    texts = {stored.reading.document.source: stored.reading.document.text for stored in examples().stored}
    for annotation in whole["first"]["items"]:
        for target in targets(annotation):
            text = texts[target["source"]["hasila:source"]]
            place, words = target["selector"]
            assert 0 <= place["start"] < place["end"] and text[place["start"] : place["end"]] == words["exact"]
            around = words["prefix"] + words["exact"] + words["suffix"]
            assert text[place["start"] - len(words["prefix"]) :].startswith(around)


def test_every_key_is_a_term_of_the_context(whole: dict[str, Any]) -> None:
    own = keys({name: value for name, value in whole.items() if name != "@context"}) - TERMS
    assert all(re.match(r"(hasila|dc):[a-z_]+$", key) for key in own)
    assert {"hasila:low", "hasila:verdict", "hasila:speaker", "dc:title", "dc:date"} <= own


def test_the_iri_of_a_record_stays_when_it_is_reviewed() -> None:
    plain = collection(material(article(TEXT)))["first"]["items"]
    done = collection(material(article(TEXT), reviews=(("figures", 0, "correct", {"low": "9", "high": "9"}),)))["first"]["items"]
    assert [annotation["id"] for annotation in plain] == [annotation["id"] for annotation in done]
    (body,) = [annotation["body"] for annotation in done if "hasila:Figure" in annotation["body"]["type"]]
    assert (body["hasila:low"], body["hasila:review"]) == (9, "corrected") and body["id"].endswith(":fields")


def test_an_entity_has_a_target_for_every_mention() -> None:
    text = "أعلن التحالف الدولي بدء حملة جديدة. وقال التحالف الدولي إن الحملة ستطول."
    items = collection(material(article(text)))["first"]["items"]
    mentions = [len(targets(annotation)) for annotation in items if annotation["motivation"] == "identifying"]
    assert max(mentions) > 1


def test_a_judgement_points_to_its_aim() -> None:
    text = "وضع التحالف الدولي هدفين: القضاء على تنظيم داعش، وتجفيف منابع تمويله. ويرى محللون أن الهدف الثاني لم يتحقق."
    items = {annotation["id"]: annotation["body"] for annotation in collection(material(article(text)))["first"]["items"]}
    pointed = [body["hasila:objective"]["id"] for body in items.values() if "hasila:objective" in body]
    assert pointed and all("hasila:Objective" in items[id]["type"] for id in pointed)


def test_an_address_and_an_odd_id_make_good_iris() -> None:
    items = collection(material(article(TEXT, id="خبر 1", url="https://example.org/1")))["first"]["items"]
    (source,) = {json.dumps(target["source"], sort_keys=True) for annotation in items for target in targets(annotation)}
    assert json.loads(source)["id"] == "urn:hasila:document:%D8%AE%D8%A8%D8%B1%201" and json.loads(source)["via"] == "https://example.org/1"


def test_what_is_no_address_is_no_iri() -> None:
    items = collection(material(article(TEXT, url="انظر <b> الموقع")))["first"]["items"]
    sources = [target["source"] for annotation in items for target in targets(annotation)]
    assert sources and all("via" not in source and source["hasila:url"] for source in sources)


def test_no_documents_make_an_empty_collection() -> None:
    assert collection(material())["first"]["items"] == []
