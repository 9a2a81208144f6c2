import type { ConstDirectiveNode, FieldDefinitionNode } from "graphql";
import { argumentOf, nameOf } from "../sdl/directive.ts";
import { pathsOf } from "../sdl/field-set.ts";
import { ownerOf } from "../sdl/ownership.ts";
import { needsGrant, type OwnershipContext, refuse } from "./ownership-context.ts";

/** Directives that the gateway does not enforce. */
const UNENFORCED = ["authenticated", "requiresScopes", "policy"];

/** Follows a field set from `type`: the type and name of each field it names, as far as the candidate defines them. */
function coordinates(context: OwnershipContext, type: string, fieldSet: string) {
	return pathsOf(fieldSet).map((path) => {
		const last = path[path.length - 1];
		let at: string | undefined = type;
		for (const step of path.slice(0, -1)) {
			const on: string | undefined = step.on ?? at;
			at = on && context.types.get(on)?.get(step.field);
		}
		return { type: last?.on ?? at ?? "?", field: last?.field ?? "" };
	});
}

function isKeyField(context: OwnershipContext, type: string, field: string): boolean {
	const keys = [...(context.ownership.get(type)?.keys ?? [])];
	return keys.some((key) => key.split(" ").some((path) => path.split(".")[0] === field));
}

/** Fields of others among those that a field set names, but for their keys. */
function foreign(context: OwnershipContext, type: string, fieldSet: string) {
	return coordinates(context, type, fieldSet).filter(({ type: on, field }) => {
		const owner = ownerOf(context.ownership, on, field);
		return owner !== undefined && owner !== context.partnerId && !isKeyField(context, on, field);
	});
}

function checkOverride(
	context: OwnershipContext,
	place: { type: string; field: string },
	directive: ConstDirectiveNode,
): void {
	const owner = ownerOf(context.ownership, place.type, place.field);
	if (owner === context.partnerId) return;
	needsGrant(
		context,
		{ kind: "OVERRIDE", ...place },
		directive,
		`@override takes a field from "${argumentOf(directive, "from")}", which is not yours`,
		"Remove @override and rename your field",
	);
}

/** What the directives of a partner's own field reach for: others' values, others' answers, others' place. */
export function checkFieldDirectives(
	context: OwnershipContext,
	type: string,
	field: FieldDefinitionNode,
): void {
	const name = field.name.value;
	const place = `${type}.${name}`;
	for (const directive of field.directives ?? []) {
		const kind = nameOf(directive);
		const fields = argumentOf(directive, "fields") ?? "";
		if (kind === "requires")
			for (const use of foreign(context, type, fields))
				needsGrant(
					context,
					{ kind: "REQUIRES_FIELD", ...use },
					directive,
					`${place} asks to be sent ${use.type}.${use.field}`,
					"Do without it",
				);
		if (kind === "provides")
			for (const use of foreign(context, context.types.get(type)?.get(name) ?? "", fields))
				needsGrant(
					context,
					{ kind: "SHAREABLE", ...use },
					directive,
					`${place} answers ${use.type}.${use.field} in its owner's place`,
					"Remove @provides",
				);
		if (kind === "override") checkOverride(context, { type, field: name }, directive);
		if (kind === "context" || kind === "fromContext")
			refuse(context, "DIRECTIVE", place, directive, `@${kind} is not served`, "Remove it.");
		if (UNENFORCED.includes(kind))
			context.found.push({
				severity: "WARNING",
				rule: "DIRECTIVE",
				place,
				line: directive.loc?.startToken.line ?? null,
				message: `The hub does not enforce @${kind}; everybody may ask this field`,
				remedy: "Answer only what everybody may read.",
			});
	}
	for (const argument of field.arguments ?? [])
		if (argument.directives?.some((directive) => nameOf(directive) === "fromContext"))
			refuse(context, "DIRECTIVE", place, argument, "@fromContext is not served", "Remove it.");
}
