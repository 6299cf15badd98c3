"""How a store's file came to its present schema, one step a module; run by `watchfloor.store.schema` on opening."""
