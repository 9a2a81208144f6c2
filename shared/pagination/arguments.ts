import { ArgsType, type ClassType, Field, Int } from "type-graphql";

/** Which page of a list is asked for. `first` has a default, so that `last` stands in its place. */
export type PageArgs = {
	first: number;
	after?: string | null;
	last?: number | null;
	before?: string | null;
};

const made = new Map<number, () => ClassType<PageArgs>>();

/** For `@Args`: the arguments of a list whose pages have `size` items unless the caller says otherwise. */
export function pageArgs(size: number): () => ClassType<PageArgs> {
	const known = made.get(size);
	if (known) return known;
	@ArgsType()
	class Arguments implements PageArgs {
		@Field(() => Int, { defaultValue: size, description: "Items a page, 1 to 200." })
		first: number;
		@Field(() => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string | null;
		@Field(() => Int, {
			nullable: true,
			description: "In place of `first`: the last items, 1 to 200, in the list's own order.",
		})
		last?: number | null;
		@Field(() => String, {
			nullable: true,
			description: "Cursor before which the page ends.",
		})
		before?: string | null;
	}
	const thunk = () => Arguments;
	made.set(size, thunk);
	return thunk;
}
