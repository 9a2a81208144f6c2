import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { schemaChangelog, schemaDiff } from "./changelog.ts";
import { SchemaChangelogEntry } from "./type.ts";

/** Entries of one answer; each comparison that was not made before takes a tenth of a second. */
const MOST = 50;

@Resolver()
export class ChangelogResolver {
	@Query(() => [SchemaChangelogEntry], {
		description:
			"What changed in the schema with each supergraph that was served, the newest first; the last hundred are kept.",
	})
	schemaChangelog(
		@Ctx() { database }: Context,
		@Arg("first", () => Int, { defaultValue: 20, description: `How many, 1 to ${MOST}.` })
		first: number,
	) {
		if (first < 1 || first > MOST)
			throw badInput("first", `${first} is out of range; ask for 1 to ${MOST}`);
		return schemaChangelog(database, first);
	}

	@Query(() => SchemaChangelogEntry, {
		description: "What changed in the schema from one supergraph that was served to a later one.",
	})
	schemaDiff(
		@Ctx() { database }: Context,
		@Arg("from", () => Int, { description: "The earlier version, see supergraphVersions." })
		from: number,
		@Arg("to", () => Int, { description: "The later version." }) to: number,
	) {
		return schemaDiff(database, { from, to });
	}
}
