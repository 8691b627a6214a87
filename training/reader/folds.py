"""Five folds of the annotated articles: every fifth of a set, by its place among the files."""

FOLDS = 5


def in_fold(place, fold):
    """Whether the article at this place of its set is of that fold; of none where fold is None."""
    return fold is not None and place % FOLDS == fold
