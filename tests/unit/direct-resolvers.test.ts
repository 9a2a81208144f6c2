import { graphql } from "graphql";
import {
	Arg,
	Args,
	buildSchema,
	Ctx,
	Field,
	FieldResolver,
	ObjectType,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { describe, expect, it } from "vitest";
import { type PageArgs, pageArgs } from "../../shared/pagination/arguments.ts";
import { callDirectly } from "../../shared/subgraph/direct-resolvers.ts";

const seen: Record<string, unknown> = {};

@ObjectType("DirectThing", { simpleResolvers: true })
class Thing {
	@Field(() => String)
	name: string;
}
const thing = { name: "one" };

@Resolver(() => Thing)
class ThingResolver {
	private readonly answer = "asked of this object";

	@Query(() => Thing)
	directThing(
		@Arg("word", () => String, { nullable: true }) word: string | undefined,
		@Args(pageArgs(7)) args: PageArgs,
		@Ctx() context: object,
	) {
		Object.assign(seen, { word, args, context });
		return thing;
	}

	@FieldResolver(() => String)
	parent(@Root() root: Thing) {
		seen.root = root;
		return this.answer;
	}
}

describe("resolvers that are called directly", () => {
	it("get the parent itself, and the arguments under their names", async () => {
		const schema = await buildSchema({ resolvers: [ThingResolver], validate: false });
		callDirectly(schema, [ThingResolver]);
		const contextValue = {};
		const result = await graphql({
			schema,
			source: '{ directThing(word: "w", last: 3) { name parent } }',
			contextValue,
		});
		expect(result).toEqual({
			data: { directThing: { name: "one", parent: "asked of this object" } },
		});
		expect(seen).toEqual({ word: "w", args: { first: 7, last: 3 }, context: {}, root: thing });
		expect(seen.root).toBe(thing);
		expect(seen.context).toBe(contextValue);
	});
});
