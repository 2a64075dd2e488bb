"""Which complements of a class noun tell that a body is named, and of what kind: its service, its work, its guild, its trade."""

from hasila.arabic.name.role import Role, role

_CLUBS = frozenset(("فريق", "نادي"))
_COURTS = {"نيابه": "محكمه"}  # what prosecutes before a court is of its kind


def serves(here: Role, noun: str) -> bool:
    """``مصلحة السجون``, ``سلطة المياه``: whether a complement is a public service that bodies of this class noun see to."""
    service = here.senses.get("public_service")
    if service is None or "served_body" not in role(noun).senses:
        return False
    return noun != "اداره" or service.value == "office"  # إدارة المياه is what one does with water


def is_club(here: Role, noun: str) -> bool:
    """``فريق الهلال``: whether a complement is the name of a club."""
    return noun in _CLUBS and "club_name" in here.senses


def told_of(here: Role, noun: str) -> bool:
    """``شركة نفط البصرة``, ``محكمة جنايات طنطا``, ``جهاز حماية المستهلك``, ``شبكة أطباء السودان``: a weak noun whose first complement
    tells what kind of body it is, what it does or whose it is."""
    senses, classes = here.senses, role(noun).senses
    for told, body in (("body_work", "working_body"), ("guild", "guild_body")):
        if body in classes and told in senses and not (senses[told].skip or senses[told].definite):
            return True
    trade = senses.get("trade")
    return trade is not None and trade.value == _COURTS.get(noun, noun) and not trade.skip


def strange(here: Role) -> bool:
    """Whether no list knows a word, and its pattern is that of no verb, adjective or plural."""
    form = here.form
    return here.unlisted and not here.nisba and form[0] not in "يت" and not form.endswith(("ه", "ا", "ات", "ون", "ين", "ها", "هم"))
