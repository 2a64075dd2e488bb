"""The file that a new codebook begins as: small, commented, and right."""

from pathlib import Path

from hasila.codebook.node import ID
from hasila.errors import CodebookError

_START = """\
# yaml-language-server: $schema=codebook.schema.json
# A codebook says what to look for in one subject. This one is complete and right: change a word, and run
#   hasila codebook check {path}
# An editor that knows YAML completes and checks as you write, once this stands beside it:
#   hasila codebook schema > codebook.schema.json

codebook: {name}                  # its name
label: {{ar: بناء المدارس, en: School building}}   # what it is called
theatre: []                      # where a figure holds that names no place, as ISO 3166-1 codes: [sd, ss]
# since: 2014                    # the year since when it lasts; numbers of earlier wars are then left out

# Lists of Arabic words under a Latin name. Write the name in a list below, and it stands for all of them.
# One form is enough for a regular noun or verb (مدرس finds المدرسين, أعطى finds أعطت); list the plurals that change inside (مدارس)
# and the verbs that change (يبني).
vocabulary:
  school: [مدرسة, مدارس]
  build: [بنى, يبني, بنت, بناء, شيد, تشييد, افتتح, افتتاح]

# What the subject is about: each indicator, aim and judgement belongs to a line.
lines:
  - id: building
    label: {{ar: البناء, en: Building}}
    words: [build, school]        # an aim or a judgement with one of these words is about this line

# What is measured. A figure gets its indicator from what it counts and the words around it together.
indicators:
  - id: schools_built
    label: {{ar: مدارس بنيت, en: Schools built}}
    line: building
    unit: school                 # what is counted; or "%", money, km2, a currency (USD)
    accumulates: true            # each report counts from the start: a later one may not be lower
    better: higher
    about: doer                  # whose figure it is: doer (who did it), struck (whom it befell), subject (the undertaking)
    counts: [school]             # the counted noun
    with: [build]                # one of these stands in its clause; [[a, b], [c]] is one of each
    never: [هدم, تدمير]           # none of these stands there
  - id: cost
    label: {{ar: الكلفة, en: Cost}}
    line: building
    unit: money
    about: doer
    with: [[كلفة, تكلفة, كلف], [school, build]]

# Who takes part. Countries, and most persons and bodies, are found without being listed.
actors:
  - id: school_fund
    label: {{ar: صندوق المدارس, en: School Fund}}
    type: organization           # person, country, place, organization, operation
    kind: party                  # party, opponent, observer, body, armed_group, media
    names: [صندوق بناء المدارس, صندوق المدارس]   # the fullest first
    short: [الصندوق]              # names that others may share

# The codebook's tests: a sentence, and what its figure must be. Add one for every word that you add,
# and some that must get no indicator (null).
examples:
  - {{text: بنت الوزارة 40 مدرسة في الريف., indicator: schools_built, value: 40}}
  - {{text: افتتح صندوق المدارس 12 مدرسة هذا العام., indicator: schools_built, about: school_fund}}
  - {{text: بلغت كلفة بناء المدارس 3 ملايين دولار., indicator: cost, value: 3000000}}
  - {{text: هدم الفيضان 7 مدارس., indicator: null}}
"""


def start_codebook(name: str, path: str | None = None) -> Path:
    """Write a commented codebook to begin with, into ``path`` (by default ``name.yaml``); :class:`CodebookError` if something is there."""
    target = Path(path or f"{name}.yaml")
    if not ID.fullmatch(name):
        raise CodebookError(f"the name '{name}' must be of small Latin letters, digits and '_'; write it like 'school_building'")
    if target.is_dir():
        target /= f"{name}.yaml"
    if target.suffix not in (".yaml", ".yml"):
        raise CodebookError(f"{target}: a codebook's file ends in .yaml; write {target}.yaml")
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(_START.format(name=name, path=target))
    except FileExistsError:
        raise CodebookError(f"{target}: is there already, and is left as it is; write another path") from None
    except OSError as error:
        raise CodebookError(f"{target}: can't be written ({error.strerror}); make the folder, or write another path") from None
    return target
