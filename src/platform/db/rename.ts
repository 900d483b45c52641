/** The same queries on other tables: a rebuild fills `story__7` with what a feature writes to `story`. */
import {
  OperationNodeTransformer,
  type CreateIndexNode,
  type IdentifierNode,
  type KyselyPlugin,
  type PrimaryKeyConstraintNode,
  type SchemableIdentifierNode,
} from "kysely";

/** A plugin that appends `suffix` to these tables' names and to the names of every index and key made through it. */
export function renameTables(tables: readonly string[], suffix: string): KyselyPlugin {
  const transformer = new Rename(new Set(tables), suffix);
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

class Rename extends OperationNodeTransformer {
  readonly #tables: ReadonlySet<string>;
  readonly #suffix: string;

  constructor(tables: ReadonlySet<string>, suffix: string) {
    super();
    this.#tables = tables;
    this.#suffix = suffix;
  }

  protected override transformSchemableIdentifier(
    node: SchemableIdentifierNode,
    queryId?: Parameters<OperationNodeTransformer["transformNode"]>[1],
  ): SchemableIdentifierNode {
    const same = super.transformSchemableIdentifier(node, queryId);
    if (!this.#tables.has(same.identifier.name)) return same;
    return { ...same, identifier: this.#renamed(same.identifier) };
  }

  protected override transformCreateIndex(
    node: CreateIndexNode,
    queryId?: Parameters<OperationNodeTransformer["transformNode"]>[1],
  ): CreateIndexNode {
    const same = super.transformCreateIndex(node, queryId);
    return { ...same, name: this.#renamed(same.name) };
  }

  protected override transformPrimaryKeyConstraint(
    node: PrimaryKeyConstraintNode,
    queryId?: Parameters<OperationNodeTransformer["transformNode"]>[1],
  ): PrimaryKeyConstraintNode {
    const same = super.transformPrimaryKeyConstraint(node, queryId);
    return same.name ? { ...same, name: this.#renamed(same.name) } : same;
  }

  #renamed(identifier: IdentifierNode): IdentifierNode {
    return { ...identifier, name: `${identifier.name}${this.#suffix}` };
  }
}
