"""Component: entities that have no name of their own: sites (ingest/sites.py), measures and funds
(ingest/measures.py), bodies of a state (ingest/bodies.py)."""

from spacy.language import Language
from spacy.tokens import Doc

from ingest.bodies import body
from ingest.licences import licences
from ingest.measures import fund, measures
from ingest.reading import Found, mention_at, reading_of
from ingest.site_references import referring
from ingest.sites import set_owner_and_place, sites
from ingest.speakers import lead_company


@Language.component("phrases")
def phrases(doc: Doc) -> Doc:
    """Adds sites, measures and funds to the mentions."""
    reading = reading_of(doc)
    if reading.given or not doc.has_annotation("DEP"):
        return doc
    lead = lead_company(doc)
    new: list[Found] = []
    for token in doc:
        covering = mention_at(doc, token.i)
        if covering is not None and covering.label != "Product" and covering.kind == "name":
            if covering.label == "Facility" and covering.end == token.i + 1:
                set_owner_and_place(doc, covering)
            continue
        new += sites(doc, token, lead) or measures(doc, token) or licences(doc, token) or body(doc, token)
    ends = {found.end for found in new}
    reading.mentions = [one for one in reading.mentions if one.kind != "nominal" or one.end not in ends]
    new += referring(doc, sorted([*reading.mentions, *new], key=lambda found: found.start))
    new += [found for figure in reading.figures if figure.type == "MONEY" for found in fund(doc, figure)]
    reading.mentions = sorted([*reading.mentions, *new], key=lambda found: (found.start, -found.end))
    return doc
