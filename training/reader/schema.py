"""Closed lists of the reader, in the order of its output units: as src/model/vocabulary.ts has them."""
TYPES = ["_", "person", "state", "armed_group", "military", "government_body", "party", "company", "media", "igo", "ngo",
         "religious", "crowd", "country", "region", "city", "facility", "water", "unknown"]  # "_": not a mention's head
RELATIONS = ("ATTACKED STRUCK KILLED WOUNDED CLASHED_WITH DAMAGED SEIZED BLOCKADED ABDUCTED ARRESTED RELEASED EXPELLED "
             "THREATENED WARNED DEPLOYED_TO WITHDREW_FROM PROTESTED_AGAINST SANCTIONED BROKE_TIES_WITH ACCUSED CONDEMNED "
             "CALLED_ON REJECTED MET_WITH AGREED_WITH BACKED SPONSORS AIDED ALLIED_WITH LEADS MEMBER_OF PART_OF "
             "LOCATED_IN").split()
STATUSES = ["asserted", "reported", "alleged", "planned", "possible", "denied"]
TYPE_INDEX = {t: i for i, t in enumerate(TYPES)}
RELATION_OF_CLAIM = {r: i for i, r in enumerate(RELATIONS)}
STATUS_INDEX = {s: i for i, s in enumerate(STATUSES)}
