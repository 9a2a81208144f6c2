import {
	type GraphQLObjectType,
	type GraphQLOutputType,
	type GraphQLSchema,
	isAbstractType,
	isLeafType,
	isListType,
	isNonNullType,
	isObjectType,
	type SelectionSetNode,
} from "graphql";
import { isClientCode } from "../../../shared/errors.ts";
import { leafOf } from "./leaf.ts";
import type { PartnerOperation, Selected } from "./operation.ts";
import type { Representation } from "./representations.ts";

type Path = ReadonlyArray<string | number>;
type Fields = Record<string, unknown>;

/** A position during reading; converted to a path only for errors. */
type Place = { above: Place; step: string | number } | null;

function pathOf(place: Place): Path {
	const path: Array<string | number> = [];
	for (let at = place; at; at = at.above) path.unshift(at.step);
	return path;
}

/** A fault at one position of a response. */
type Fault = { path: Path; reason: string };

/** A response reduced to the requested fields and validated by the published schema; invalid values become null and a fault. */
export type Shaped = { data: Fields | null; faults: Fault[]; reported: Reported[] };

/** An error that a partner reports; `refusal` is set for client errors, with the message for the client. */
type Reported = { path: Path; refusal?: { code: string; message: string } };

/** Most reported faults; a response may have thousands. */
const MOST = 20;

const isFields = (value: unknown): value is Fields =>
	value !== null && typeof value === "object" && !Array.isArray(value);
const own = (fields: Fields, name: string) =>
	Object.hasOwn(fields, name) ? fields[name] : undefined;

/** Sub-selections of a field's nodes, memoized by the nodes. */
const setsOfNodes = new WeakMap<Selected["nodes"], SelectionSetNode[]>();
function setsOf(nodes: Selected["nodes"]): SelectionSetNode[] {
	let sets = setsOfNodes.get(nodes);
	if (!sets) {
		sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
		setsOfNodes.set(nodes, sets);
	}
	return sets;
}

/** Merges two responses of one field that was sent under two names. */
function merged(one: unknown, other: unknown): unknown {
	if (Array.isArray(one) && Array.isArray(other) && one.length === other.length)
		return one.map((item, index) => merged(item, other[index]));
	if (!isFields(one) || !isFields(other)) return one ?? other;
	for (const [name, value] of Object.entries(other))
		one[name] = name in one ? merged(one[name], value) : value;
	return one;
}

/** Most characters of a partner's message that are passed to a client. */
const LONGEST_MESSAGE = 500;
/** Names in the hub's request to the partner that clients do not know. */
const OF_THE_HUB = /_entities|\brepresentations\b|\bhubKey_/;
const TOO_MANY_REQUESTS = 429;

/** The client error in a partner's error; undefined for errors of the partner or the hub. */
function refusalIn(error: unknown, status: number): Reported["refusal"] {
	if (!isFields(error)) return undefined;
	const { message, extensions } = error;
	const code = isFields(extensions) ? own(extensions, "code") : undefined;
	if (!isClientCode(code) || typeof message !== "string") return undefined;
	// The hub exceeded the partner's own rate limit: the partner does not know the client.
	if (status === TOO_MANY_REQUESTS || OF_THE_HUB.test(message)) return undefined;
	const text = message.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
	return { code, message: text.slice(0, LONGEST_MESSAGE) || "The partner gives no reason" };
}

/** The errors that a partner reports: their paths, and client errors. */
function reportedIn(errors: unknown, status: number, { trueNames }: PartnerOperation): Reported[] {
	if (!Array.isArray(errors)) return [];
	return errors.slice(0, MOST).map((error) => {
		const refusal = refusalIn(error, status);
		const path = isFields(error) ? own(error, "path") : undefined;
		const harmless = (step: unknown) =>
			Number.isSafeInteger(step) || (typeof step === "string" && step.length < 200);
		const place =
			Array.isArray(path) && path.length < 50 && path.every(harmless)
				? path.map((step) => trueNames.get(step) ?? step)
				: [];
		return refusal ? { path: place, refusal } : { path: place };
	});
}

/** Reads a response to `operation`. `representations`: those that were sent, if any; `status`: the HTTP status. */
export function shapeAnswer(
	body: unknown,
	operation: PartnerOperation,
	schema: GraphQLSchema,
	representations: readonly Representation[],
	status = 200,
): Shaped {
	if (!isFields(body)) throw new Error("the answer is no object");
	const reported = reportedIn(own(body, "errors"), status, operation);
	const faults: Fault[] = [];
	const wrong = (place: Place, reason: string): null => {
		if (faults.length < MOST) faults.push({ path: pathOf(place), reason });
		return null;
	};

	function objectTypeOf(type: GraphQLOutputType, value: Fields): GraphQLObjectType | undefined {
		if (isObjectType(type)) return type;
		const named = own(value, "__typename");
		const found = typeof named === "string" ? schema.getType(named) : undefined;
		const fits = isAbstractType(type) && isObjectType(found) && schema.isSubType(type, found);
		return fits ? found : undefined;
	}

	function fieldsOf(
		sets: SelectionSetNode[],
		type: GraphQLObjectType,
		value: Fields,
		above: Place,
	) {
		const shaped: Fields = Object.create(null);
		for (const [sent, selected] of operation.fieldsOf(sets, type)) {
			const [node] = selected.nodes;
			const name = operation.trueNames.get(sent) ?? sent;
			const at = { above, step: name };
			const given = own(value, sent);
			if (given === undefined && selected.optional) continue;
			if (node?.name.value === "__typename") {
				shaped[name] = given === undefined || given === type.name ? type.name : wrong(at, "type");
				continue;
			}
			const field = type.getFields()[node?.name.value ?? ""];
			if (!field) continue;
			const found =
				given === undefined
					? wrong(at, "it is missing")
					: complete(field.type, selected, given, at);
			shaped[name] = name in shaped ? merged(shaped[name], found) : found;
		}
		return shaped;
	}

	function complete(
		type: GraphQLOutputType,
		selected: Selected,
		value: unknown,
		place: Place,
	): unknown {
		if (isNonNullType(type)) {
			if (value === null && reported.length === 0) return wrong(place, "it is null");
			return complete(type.ofType, selected, value, place);
		}
		if (value === null) return null;
		if (isListType(type)) {
			if (!Array.isArray(value)) return wrong(place, `it is no list of ${type.ofType}`);
			return value.map((one, index) =>
				complete(type.ofType, selected, one, { above: place, step: index }),
			);
		}
		if (isLeafType(type)) return leafOf(type, value) ?? wrong(place, `it is no ${type}`);
		if (!isFields(value)) return wrong(place, `it is no ${type}`);
		const objectType = objectTypeOf(type, value);
		if (!objectType) return wrong(place, `its __typename is no ${type}`);
		return fieldsOf(setsOf(selected.nodes), objectType, value, place);
	}

	/** Reads one entity, and rejects another type or key than the requested one. */
	function entityOf(
		value: unknown,
		asked: Representation,
		sets: SelectionSetNode[],
		index: number,
	) {
		const place = { above: { above: null, step: "_entities" }, step: index };
		if (value === null) return null;
		if (!isFields(value)) return wrong(place, "it is no entity");
		const type = schema.getType(asked.__typename);
		if (!isObjectType(type)) return wrong(place, `${asked.__typename} is no entity`);
		if (own(value, "__typename") !== type.name) return wrong(place, "it is of another type");
		for (const [key, name] of operation.echoed.get(type.name) ?? [])
			if (key in asked && String(own(value, name)) !== String(asked[key]))
				return wrong(place, "it is another record than the one asked for");
		return fieldsOf(sets, type, value, place);
	}

	const data = own(body, "data");
	if (data === null || data === undefined) {
		if (reported.length === 0) throw new Error("the answer has neither data nor errors");
		return { data: null, faults, reported };
	}
	if (!isFields(data)) throw new Error("the answer's data is no object");
	const root = operation.kind === "mutation" ? schema.getMutationType() : schema.getQueryType();
	if (!root) throw new Error("the partner has no such operations");
	if (representations.length === 0)
		return { data: fieldsOf([operation.selectionSet], root, data, null), faults, reported };

	const entities = own(data, "_entities");
	if (!Array.isArray(entities) || entities.length !== representations.length)
		throw new Error(
			`asked for ${representations.length} entities, it answered ${Array.isArray(entities) ? entities.length : "none"}`,
		);
	const selected = operation.fieldsOf([operation.selectionSet], root).get("_entities");
	const sets = setsOf(selected?.nodes ?? []);
	return {
		data: {
			_entities: entities.map((one, index) =>
				entityOf(one, representations[index] as Representation, sets, index),
			),
		},
		faults,
		reported,
	};
}
