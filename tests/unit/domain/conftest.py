"""Property tests here are bounded by examples, never by the machine's speed."""

from hypothesis import settings

settings.register_profile("domain", deadline=None, max_examples=200)
settings.load_profile("domain")
