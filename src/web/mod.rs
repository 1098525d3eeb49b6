//! The only place that knows a browser: reads the page, paints the labels.
