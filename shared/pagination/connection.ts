import { type ClassType, Directive, Field, Int, ObjectType } from "type-graphql";
import { badInput } from "../errors.ts";
import { decodeCursor, encodeCursor, type Position } from "./cursor.ts";

const LARGEST_PAGE = 200;

export type PageArgs = { first: number; after?: string | null };
export type PageRequest = { first: number; after?: Position };
export type Page<T> = {
	edges: Array<{ cursor: string; node: T }>;
	nodes: T[];
	pageInfo: PageInfo;
	totalCount?: number;
};

@Directive("@shareable")
@ObjectType({
	simpleResolvers: true,
	description: "Where a page of a list stands, as in the Relay specification.",
})
export class PageInfo {
	@Field(() => Boolean, { description: "Whether more follows this page." })
	hasNextPage: boolean;
	@Field(() => Boolean, { description: "Whether something stands before this page." })
	hasPreviousPage: boolean;
	@Field(() => String, {
		nullable: true,
		description: "Cursor of the first item; null on an empty page.",
	})
	startCursor?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Cursor of the last item; pass it as `after` for the next page.",
	})
	endCursor?: string | null;
}

/** Makes `<name>Edge` and `<name>Connection` for a node type. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>) {
	@ObjectType(`${name}Edge`, {
		simpleResolvers: true,
		description: `One ${name} in a list, with its cursor.`,
	})
	class Edge {
		@Field(() => String, { description: "Opaque position of this item in its list." })
		cursor: string;
		@Field(node, { description: "The item itself." })
		node: T;
	}
	@ObjectType(`${name}Connection`, {
		simpleResolvers: true,
		description: `A page of a list of ${name}.`,
	})
	class Connection {
		@Field(() => [Edge], { description: "The items with their cursors." })
		edges: Edge[];
		@Field(() => [node()], { description: "The items alone." })
		nodes: T[];
		@Field(() => PageInfo, { description: "Where this page stands." })
		pageInfo: PageInfo;
		@Field(() => Int, {
			description: "How many items the whole list has; counted only when asked for.",
		})
		totalCount: number;
	}
	return Connection;
}

/** Checks `first` (1 to 200) and decodes `after`, a cursor of `list` with `keyLength` values. */
export function pageRequest(list: string, keyLength: number, args: PageArgs): PageRequest {
	if (args.first < 1 || args.first > LARGEST_PAGE)
		throw badInput(
			"first",
			`${args.first} is out of range; ask for 1 to ${LARGEST_PAGE} items a page`,
		);
	if (args.after === undefined || args.after === null) return { first: args.first };
	return { first: args.first, after: decodeCursor(list, args.after, keyLength) };
}

/**
 * Makes a page of up to `first + 1` rows read from the database; the extra row only tells that more follows.
 * Cursors are made when they are asked for.
 */
export function pageOf<Row, T>(
	list: string,
	request: PageRequest,
	rows: Row[],
	keyOf: (row: Row) => Position,
	toType: (row: Row) => T,
	totalCount?: number,
): Page<T> {
	const shown = rows.slice(0, request.first);
	const cursorOf = (row: Row) => encodeCursor(list, keyOf(row));
	const first = shown[0];
	const last = shown.at(-1);
	const nodes = shown.map(toType);
	return {
		nodes,
		get edges() {
			return shown.map((row, index) => ({ cursor: cursorOf(row), node: nodes[index] as T }));
		},
		pageInfo: {
			hasNextPage: rows.length > request.first,
			hasPreviousPage: request.after !== undefined,
			get startCursor() {
				return first ? cursorOf(first) : null;
			},
			get endCursor() {
				return last ? cursorOf(last) : null;
			},
		},
		totalCount,
	};
}
