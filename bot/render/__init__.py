"""A digest made readable: chat text, page, picture. Above core, charts and i18n; below the people."""
