"""Property tests here try more examples than elsewhere."""

from hypothesis import settings

_everywhere = settings.get_profile(settings.get_current_profile_name())
settings.register_profile("domain", _everywhere, max_examples=200)
settings.load_profile("domain")
