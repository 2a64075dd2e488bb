"""A note: the exact words of a record, their sentence, where and when they were published, and their place there."""

from hasila.export.label import visible
from hasila.export.material import Evidence
from hasila.export.report import Report


def note(report: Report, evidence: Evidence) -> list[str]:
    """What a note says, piece by piece: the words, the sentence if it says more, the publication, the address, the place.

    The last two read from left to right.
    """
    document = evidence.document
    exact, sentence = visible(evidence.exact).strip(), visible(evidence.sentence)
    more = [f"{report.word('sentence')}: {report.quoted(sentence)}"] if sentence != exact else []
    published = report.when({"time": document.published})
    known = (document.publisher, report.quoted(document.title) if document.title else "", document.author, published)
    told = f"{report.word('source')}: {report.material.labels.listed(visible(part) for part in known if part)}"
    address = [visible(document.url)] if document.url else []
    return [report.quoted(exact), *more, told, *address, f"{visible(document.source)}:{evidence.start}-{evidence.end}"]
