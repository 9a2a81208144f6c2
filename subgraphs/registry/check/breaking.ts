import { type Change, CriticalityLevel, DiffRule, diff } from "@graphql-inspector/core";
import {
	buildSchema,
	type GraphQLSchema,
	isCompositeType,
	isUnionType,
	parse,
	validate,
} from "graphql";
import { type Ownership, ownerOf } from "../sdl/ownership.ts";
import type { Finding } from "../subgraph/finding.ts";
import type { SeenOperation } from "../usage/queries.ts";

export type Compared = {
	/** API schema without the candidate, or with the version before it. */
	before: string;
	/** API schema with the candidate. */
	after: string;
	ownership: Ownership;
	partnerId: string;
	operations: readonly SeenOperation[];
};

/** Operations that were valid and would no longer be, with the reason. */
function brokenOperations(compared: Compared, before: GraphQLSchema, after: GraphQLSchema) {
	return compared.operations.flatMap((operation) => {
		try {
			const document = parse(operation.document);
			if (validate(before, document).length > 0) return [];
			const [reason] = validate(after, document);
			return reason ? [{ operation, reason: reason.message }] : [];
		} catch {
			// What was recorded under another schema may not be readable under this one.
			return [];
		}
	});
}

/** Whether nobody has asked a coordinate; what operations do not show (inputs, enum values) counts as asked. */
function unused(compared: Compared, before: GraphQLSchema, type: string, field?: string): boolean {
	const known = before.getType(type);
	if (!known || !isCompositeType(known)) return false;
	const asked = compared.operations.flatMap(({ fields }) => fields);
	return !asked.some((one) => (field ? one === `${type}.${field}` : one.startsWith(`${type}.`)));
}

function ofAnother(compared: Compared, { path = "", type }: Change): string | undefined {
	const [on = "", field] = path.split(".");
	// A new field on somebody's type is what partners are for; its name is checked by the ownership rules.
	if (type === "FIELD_ADDED" || type === "TYPE_ADDED" || /^DIRECTIVE_(ADDED|REMOVED)$/.test(type))
		return undefined;
	const owner = ownerOf(compared.ownership, on, field) ?? ownerOf(compared.ownership, on);
	return owner === compared.partnerId ? undefined : owner;
}

/** What is told of a field's arguments where the field itself is new, as on all types of an interface: it is told as an addition. */
function isPartOfNewField({ path = "", type }: Change, before: GraphQLSchema): boolean {
	const [on = "", field, argument] = path.split(".");
	const known = before.getType(on);
	if (!field || !argument || type === "FIELD_ADDED" || !known || !isCompositeType(known))
		return false;
	return !isUnionType(known) && known.getFields()[field] === undefined;
}

function changeFinding(compared: Compared, change: Change): Finding[] {
	const place = change.path ?? "schema";
	const owner = ofAnother(compared, change);
	if (owner)
		return [
			{
				severity: "ERROR",
				rule: "CHANGES_ANOTHERS",
				place,
				line: null,
				message: `${change.message}; that is ${owner}'s`,
				remedy:
					"Define only types and fields of your own, and key fields of types that you extend.",
			},
		];
	const { level, reason, isSafeBasedOnUsage } = change.criticality;
	if (level === CriticalityLevel.NonBreaking) return [];
	const breaks = level === CriticalityLevel.Breaking;
	return [
		{
			severity: breaks ? "ERROR" : "WARNING",
			rule: breaks ? "BREAKING_CHANGE" : "DANGEROUS_CHANGE",
			place,
			line: null,
			message: isSafeBasedOnUsage
				? change.message
				: [change.message, reason].filter(Boolean).join(": "),
			remedy: breaks
				? "Keep it with @deprecated(reason:) until nobody asks it, and add what is new beside it."
				: "Tell those who use it, or keep it with @deprecated(reason:).",
		},
	];
}

function operationFinding({ operation, reason }: ReturnType<typeof brokenOperations>[number]) {
	const who = operation.consumers.slice(0, 5).join(", ");
	return {
		severity: "ERROR" as const,
		rule: "BREAKS_OPERATION",
		place: operation.name ?? "an unnamed operation",
		line: null,
		message: `${reason} It was asked ${operation.count} times by ${who}: ${operation.document.slice(0, 300)}`,
		remedy: "Keep what it asks with @deprecated(reason:) until its users have changed it.",
	};
}

/**
 * What changes for those who ask the hub: a break of something that was asked is an error, of something nobody asked
 * a warning; any change of what is another's is an error.
 */
export async function breakingFindings(compared: Compared): Promise<Finding[]> {
	const before = buildSchema(compared.before, { assumeValidSDL: true });
	const after = buildSchema(compared.after, { assumeValidSDL: true });
	const all = await diff(before, after, [DiffRule.considerUsage], {
		checkUsage: async (entities) =>
			entities.map(({ type, field }) => unused(compared, before, type, field)),
	});
	const changes = all.filter((change) => !isPartOfNewField(change, before));
	const added = changes
		.filter(({ type }) => type === "FIELD_ADDED" || type === "TYPE_ADDED")
		.flatMap(({ path }) => path ?? []);
	return [
		...changes.flatMap((change) => changeFinding(compared, change)),
		...brokenOperations(compared, before, after).map(operationFinding),
		...(added.length === 0
			? []
			: [
					{
						severity: "INFO" as const,
						rule: "ADDS",
						place: "schema",
						line: null,
						message: `It adds ${added.slice(0, 30).join(", ")}${added.length > 30 ? " and more" : ""}`,
						remedy: "Nothing to remedy.",
					},
				]),
	];
}
