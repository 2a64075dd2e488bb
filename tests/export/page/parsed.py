"""A page taken apart as a browser would, without one."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "br", "img", "link", "input", "hr"}


@dataclass(eq=False)
class Element:
    tag: str
    attributes: dict[str, str | None]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str | None = None, **attributes: str) -> list["Element"]:
        """Every element within, in order, of this tag and with these classes or other attributes."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                wanted = all(value in (child.attributes.get(name.rstrip("_")) or "").split() for name, value in attributes.items())
                found += [child] if tag in (None, child.tag) and wanted else []
                found += child.all(tag, **attributes)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, dict(attrs))
        self.open[-1].children.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The page as a tree; every element is closed where it was opened."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, builder.open[-1].tag
    return builder.open[0]
