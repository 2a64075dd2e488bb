"""The parties and the operations of a scorecard's page, each entry with citations of its quotes."""

from collections.abc import Iterable, Iterator
from typing import Any

from hasila.balance.dossier import Dossier
from hasila.balance.party import party_name
from hasila.export.label import Labels, clipped
from hasila.export.page.quote import Cite, Quotes

Row = dict[str, Any]
_SAYS = 5  # statements of a party, and records of a sentence, that are cited


class Roster:
    """Makes the entries in one language; what nothing can be cited for is left out."""

    def __init__(self, labels: Labels, quotes: Quotes, dossier: Dossier) -> None:
        self.labels, self.quotes, self.dossier = labels, quotes, dossier
        self._named: dict[str, str] = {}
        for n, reading in dossier.each():
            for id, entity in zip(dossier.ids(n, "entities"), reading.entities, strict=True):
                self._named.setdefault(dossier.same.get(entity.id, entity.id), id)

    def name(self, id: str) -> str:
        """The name of a party in the page's language, in the text's words where it has none there."""
        return party_name(self.dossier, id, "en" if self.labels.english else "ar")

    def parties(self, parties: Iterable[Row]) -> list[Row]:
        """Who takes part: who leads, since when, how many members are told, who joined and who is left out, in whose words."""
        return [entry for row in parties if (entry := self._party(row))["cites"] or entry["ties"] or entry["said"]]

    def _party(self, row: Row) -> Row:
        name = self.name(row["id"])
        where = f"{'party' if self.labels.english else 'طرف'}: {name}"
        named = [self._named[row["id"]]] if row["id"] in self._named else []
        return {
            "name": name,
            "kind": self.labels.word("side" if row["kind"] == "party" else row["kind"]),
            "leads": [self.name(id) for id in row["leads"]],
            "leads_assumed": row["leads_assumed"],
            "member_of": [self.name(id) for id in row["member_of"]],
            "founded": [self._dated(date["time"], date["quotes"], where) for date in row["founded"]],
            "members": [self._counted(told, where) for told in row["members"]],
            "ties": list(self._ties(row, where)),
            "statements": len(row["says"]),
            "said": self.quotes.all(sorted(row["says"], key=self.quotes.order)[:_SAYS], where),
            "cites": self.quotes.all(named, where),
        }

    def _dated(self, time: str, ids: list[str], where: str) -> Row:
        return {"time": self.labels.day(time), "cites": self.quotes.all(ids, where)}

    def _counted(self, told: Row, where: str) -> Row:
        speaker = self.labels.speaker(told)
        return {
            "amount": self.labels.amount(told, None, "دولة"),
            "time": self.labels.day(told["time"]),
            "assumed": told["assumed"] and told["time"] is not None,
            "speaker": "" if speaker == "—" else speaker,
            "cites": self.quotes.all(told["quotes"], where),
        }

    def _ties(self, row: Row, where: str) -> Iterator[Row]:
        """Who leads, joined or is left out, by the words that say so: those whom one sentence tells of stand together."""
        together: dict[tuple[str, str, int], list[Row]] = {}
        for tie in row["told"]:
            together.setdefault((tie["tie"], tie["document"], tie["start"]), []).append(tie)
        for (kind, _, _), ties in together.items():
            longest = max(ties, key=lambda tie: len(tie["exact"]))
            yield {
                "kind": self.labels.word(kind),
                "who": self.labels.listed(dict.fromkeys(self.name(tie["who"]) for tie in ties)),
                "exact": clipped(longest["exact"]),
                "cites": self.quotes.all(longest["quotes"][:_SAYS], where),
            }

    def operations(self, operations: Iterable[Row]) -> list[Row]:
        """The operations: whose, since when as each document tells it, where."""
        return [self._operation(row) for row in operations if row["quotes"]]

    def _operation(self, row: Row) -> Row:
        name = self.dossier.name(row["id"], "en") if self.labels.english and self.dossier.actor(row["id"]) else row["name"]
        cites: list[Cite] = self.quotes.all(row["quotes"], f"{'operation' if self.labels.english else 'عملية'}: {name}")
        holder = {"speaker": row["holder"], "speaker_name": row["holder_name"]}
        return {
            "name": name,
            "holder": self.labels.speaker(holder) if row["holder"] else "",
            "starts": [self.labels.day(start["time"]) for start in row["starts"]],
            "place": self.labels.places(row),
            "cites": cites,
        }
