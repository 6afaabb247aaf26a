"""A digest made readable: chat text, page, picture, PDF. Above core, charts and i18n; below the people."""
