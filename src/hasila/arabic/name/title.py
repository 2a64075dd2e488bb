"""What ends the phrase of a title, behind which no name is waited for."""

from hasila.arabic.name.role import OPENING, Role
from hasila.text import Known

# in or of whom an office is, by a pronoun: القيادية فيها
IN_WHOM = frozenset(("فيها", "فيه", "فيهم", "لديها", "لديه", "لديهم", "عنها", "عنه", "عنهم", "عليها", "عليه"))


@Known
def INDEFINITE(here: Role) -> bool:
    """An indefinite noun, which no complement of a definite title is: the sentence has gone on."""
    common = here.senses.get("common_noun")
    return common is not None and not (here.definite or here.given or here.stop or common.clitics)


@Known
def ENDS(here: Role) -> bool:
    """Whether a word ends the phrase of a title: a mark, a verb, a conjunction that begins a clause."""
    if not here.word:
        return here.form not in OPENING and here.form not in '()»"”'
    if here.form in IN_WHOM:
        return False
    function = here.senses.get("function")
    if function and function.value in ("particle", "relative", "negation", "conjunction", "pronoun", "interrogative"):
        return True
    return here.stop and not function
