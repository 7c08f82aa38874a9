"""Documents as values, drawn as PDF, XLSX or HTML. Doors: `actions`, `queries`."""
