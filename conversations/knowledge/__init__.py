"""Facts with stable slugs and sources, as TOML; wording for people stands in locales/."""
