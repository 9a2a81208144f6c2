import { type GraphQLResolveInfo, Kind } from "graphql";
import { type ClassType, Directive, Field, Int, ObjectType } from "type-graphql";
import { badInput } from "../errors.ts";
import { AS_PARENT } from "../subgraph/cache-control.ts";
import type { PageArgs } from "./arguments.ts";
import { decodeCursor, encodeCursor, type Position } from "./cursor.ts";

const LARGEST_PAGE = 200;

/** A page as it is read: `first` rows between two positions, from the start or, where `backward`, from the end. */
export type PageRequest = {
	first: number;
	after?: Position;
	before?: Position;
	backward?: true;
};
export type Page<T> = {
	edges: Array<{ cursor: string; node: T }>;
	nodes: T[];
	pageInfo: PageInfo;
	totalCount?: number;
};

@Directive("@shareable")
@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "Position of a page in a list, as in the Relay specification.",
})
export class PageInfo {
	@Field(() => Boolean, { description: "Whether there are items after this page." })
	hasNextPage: boolean;
	@Field(() => Boolean, { description: "Whether there are items before this page." })
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

/** Makes `<name>Edge` and `<name>Connection` for a node type; `cacheControl` is the directive that the node type has. */
export function connectionOf<T extends object>(
	name: string,
	node: () => ClassType<T>,
	cacheControl?: string,
) {
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
		@Field(() => PageInfo, { description: "Position of this page in the list." })
		pageInfo: PageInfo;
		@Field(() => Int, {
			description: "How many items the whole list has; counted only when asked for.",
		})
		totalCount: number;
	}
	if (cacheControl) for (const type of [Edge, Connection]) Directive(cacheControl)(type);
	return Connection;
}

/** Whether the caller gave an argument, directly or as a variable with a value. */
function isGiven(info: GraphQLResolveInfo, name: string): boolean {
	const value = info.fieldNodes[0]?.arguments?.find((one) => one.name.value === name)?.value;
	if (value?.kind !== Kind.VARIABLE) return value !== undefined;
	const given = info.variableValues[value.name.value];
	return given !== undefined && given !== null;
}

/** Gateways may send defaults explicitly: an argument equal to its default does not count as given. */
const defaultOf = (info: GraphQLResolveInfo, name: string): unknown =>
	info.parentType.getFields()[info.fieldName]?.args.find((one) => one.name === name)?.defaultValue;

function positionOf(
	argument: "after" | "before",
	list: string,
	cursor: string | null | undefined,
	keyLength: number,
): Position | undefined {
	if (cursor === undefined || cursor === null) return undefined;
	return decodeCursor(list, cursor, keyLength, argument);
}

/**
 * Checks the size of a page (1 to 200) and decodes its cursors, which are of `list` with `keyLength` values.
 * Throws BAD_USER_INPUT where `first` and `last` are both asked for; `info` shows which arguments were given.
 */
export function pageRequest(
	list: string,
	keyLength: number,
	args: PageArgs,
	info?: GraphQLResolveInfo,
): PageRequest {
	const backward = args.last !== undefined && args.last !== null;
	const [name, size] = backward ? ["last", args.last as number] : ["first", args.first];
	if (backward && info && isGiven(info, "first") && args.first !== defaultOf(info, "first"))
		throw badInput("last", "is asked for together with first; ask for one of them");
	if (size < 1 || size > LARGEST_PAGE)
		throw badInput(name, `${size} is out of range; ask for 1 to ${LARGEST_PAGE} items a page`);
	const after = positionOf("after", list, args.after, keyLength);
	const before = positionOf("before", list, args.before, keyLength);
	return {
		first: size,
		...(after && { after }),
		...(before && { before }),
		...(backward && { backward }),
	};
}

/*
 * Cursors are made when they are asked for, by getters of classes: an object literal with getters gets a shape of its own
 * each time, which V8 keeps, with all that the getters refer to, until its next full garbage collection.
 */

type Shown<Row> = { rows: readonly Row[]; cursorOf(row: Row): string };

class ShownInfo<Row> implements PageInfo {
	constructor(
		readonly hasNextPage: boolean,
		readonly hasPreviousPage: boolean,
		private readonly shown: Shown<Row>,
	) {}
	private cursorAt(index: number): string | null {
		const row = this.shown.rows.at(index);
		return row === undefined ? null : this.shown.cursorOf(row);
	}
	get startCursor() {
		return this.cursorAt(0);
	}
	get endCursor() {
		return this.cursorAt(-1);
	}
}

class ShownPage<Row, T> implements Page<T> {
	constructor(
		readonly nodes: T[],
		readonly pageInfo: PageInfo,
		readonly totalCount: number | undefined,
		private readonly shown: Shown<Row>,
	) {}
	get edges() {
		const { rows, cursorOf } = this.shown;
		return this.nodes.map((node, index) => ({ cursor: cursorOf(rows[index] as Row), node }));
	}
}

/** Makes a page of up to `first + 1` rows read from the database; the extra row only shows that there is more. */
export function pageOf<Row, T>(
	list: string,
	request: PageRequest,
	read: Row[],
	keyOf: (row: Row) => Position,
	toType: (row: Row) => T,
	totalCount?: number,
): Page<T> {
	const rows = read.slice(0, request.first);
	const more = read.length > request.first;
	if (request.backward) rows.reverse();
	const shown = { rows, cursorOf: (row: Row) => encodeCursor(list, keyOf(row)) };
	const info = request.backward
		? new ShownInfo(request.before !== undefined, more, shown)
		: new ShownInfo(more, request.after !== undefined, shown);
	return new ShownPage(rows.map(toType), info, totalCount, shown);
}
