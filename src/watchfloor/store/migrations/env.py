"""What alembic runs: the steps, on the connection and within the transaction that `watchfloor.store.schema` hands over."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
