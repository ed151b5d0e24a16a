"""Orders to partner firms, their checks, hand-overs and provisions on paper."""
