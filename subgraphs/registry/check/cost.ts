import {
	type ConstDirectiveNode,
	type DocumentNode,
	type FieldDefinitionNode,
	Kind,
	type TypeNode,
} from "graphql";
import { nameOf } from "../sdl/directive.ts";
import { fieldsOf, typesOf } from "../sdl/schema-nodes.ts";
import { type Finding, lineOf } from "../subgraph/finding.ts";

/** What a list counts as where nothing says how long it is. */
const ASSUMED_SIZE = 100;
/** Most that one field may cost: its weight times its length. */
const MOST = 10_000;
const PAGING = /^(first|last|limit|take|pageSize)$/;

function isList(type: TypeNode): boolean {
	if (type.kind === Kind.NON_NULL_TYPE) return isList(type.type);
	return type.kind === Kind.LIST_TYPE;
}

function numberOf(directive: ConstDirectiveNode | undefined, name: string): number | undefined {
	const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
	if (value?.kind === Kind.INT || value?.kind === Kind.FLOAT || value?.kind === Kind.STRING)
		return Number(value.value);
	return undefined;
}

/** Cost of one field: `@cost(weight:)` (1 where absent) times how long its list may be. */
function costOf(field: FieldDefinitionNode): { cost: number; bounded: boolean } {
	const directive = (name: string) => field.directives?.find((one) => nameOf(one) === name);
	const weight = numberOf(directive("cost"), "weight") ?? 1;
	if (!isList(field.type)) return { cost: weight, bounded: true };
	const listSize = directive("listSize");
	const size = numberOf(listSize, "assumedSize");
	const paged = (field.arguments ?? []).some(({ name }) => PAGING.test(name.value));
	return { cost: weight * (size ?? ASSUMED_SIZE), bounded: listSize !== undefined || paged };
}

function namedType(type: TypeNode): string {
	return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** "CredentialConnection.nodes": lists of a page, whose length is given by `sizedFields` of the field that returns the page. */
function sizedFields(document: DocumentNode): Set<string> {
	const fields = typesOf(document).flatMap((node) => fieldsOf(node));
	return new Set(
		fields.flatMap(({ directives, type }) => {
			const listSize = directives?.find((one) => nameOf(one) === "listSize");
			const sized = listSize?.arguments?.find(({ name }) => name.value === "sizedFields")?.value;
			if (sized?.kind !== Kind.LIST) return [];
			return sized.values.map((value) =>
				value.kind === Kind.STRING ? `${namedType(type)}.${value.value}` : "",
			);
		}),
	);
}

/** Lists that say nothing of their length, and fields that cost too much. */
export function costFindings(document: DocumentNode): Finding[] {
	const sized = sizedFields(document);
	return typesOf(document).flatMap((node) =>
		fieldsOf(node).flatMap((field): Finding[] => {
			const place = `${node.name.value}.${field.name.value}`;
			const { cost, bounded } = costOf(field);
			const at = { place, line: lineOf(field) };
			if (Number.isNaN(cost) || cost < 0 || cost > MOST)
				return [
					{
						...at,
						severity: "ERROR",
						rule: "COST",
						message: `Its weight times its length is ${cost}; at most ${MOST} is served`,
						remedy: "Return a page of it (an argument first), and say so with @listSize.",
					},
				];
			if (bounded || sized.has(place)) return [];
			return [
				{
					...at,
					severity: "WARNING",
					rule: "COST_UNKNOWN",
					message: `It is a list of any length; the hub counts it as ${ASSUMED_SIZE}`,
					remedy:
						'Add @listSize(assumedSize: 20), or an argument first with @listSize(slicingArguments: ["first"]); both come with federation v2.9.',
				},
			];
		}),
	);
}
