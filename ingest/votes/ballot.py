"""What a vote is: a type and its weight; the type "" speaks for none at all."""

Vote = tuple[str, float]
