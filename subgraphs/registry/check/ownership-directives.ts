import type { ConstDirectiveNode, FieldDefinitionNode } from "graphql";
import { argumentOf, nameOf } from "./directive.ts";
import { pathsOf } from "./field-set.ts";
import { ownerOf } from "./owners.ts";
import { type Claims, needsGrant, refuse } from "./ownership-context.ts";

/** What the gateway is told and does not enforce. */
const UNENFORCED = ["authenticated", "requiresScopes", "policy"];

/** Follows a field set from `type`: the type and name of each field it names, as far as the candidate defines them. */
function coordinates(claims: Claims, type: string, fieldSet: string) {
	return pathsOf(fieldSet).map((path) => {
		const last = path[path.length - 1];
		let at: string | undefined = type;
		for (const step of path.slice(0, -1)) {
			const on: string | undefined = step.on ?? at;
			at = on && claims.types.get(on)?.get(step.field);
		}
		return { type: last?.on ?? at ?? "?", field: last?.field ?? "" };
	});
}

function isKeyField(claims: Claims, type: string, field: string): boolean {
	const keys = [...(claims.owners.get(type)?.keys ?? [])];
	return keys.some((key) => key.split(" ").some((path) => path.split(".")[0] === field));
}

/** Fields of others among those that a field set names, but for their keys. */
function foreign(claims: Claims, type: string, fieldSet: string) {
	return coordinates(claims, type, fieldSet).filter(({ type: on, field }) => {
		const owner = ownerOf(claims.owners, on, field);
		return owner !== undefined && owner !== claims.partnerId && !isKeyField(claims, on, field);
	});
}

function checkOverride(
	claims: Claims,
	place: { type: string; field: string },
	directive: ConstDirectiveNode,
): void {
	const owner = ownerOf(claims.owners, place.type, place.field);
	if (owner === claims.partnerId) return;
	needsGrant(
		claims,
		{ kind: "OVERRIDE", ...place },
		directive,
		`@override takes a field from "${argumentOf(directive, "from")}", which is not yours`,
		"Remove @override and rename your field",
	);
}

/** What the directives of a partner's own field reach for: others' values, others' answers, others' place. */
export function checkFieldDirectives(
	claims: Claims,
	type: string,
	field: FieldDefinitionNode,
): void {
	const name = field.name.value;
	const place = `${type}.${name}`;
	for (const directive of field.directives ?? []) {
		const kind = nameOf(directive);
		const fields = argumentOf(directive, "fields") ?? "";
		if (kind === "requires")
			for (const use of foreign(claims, type, fields))
				needsGrant(
					claims,
					{ kind: "REQUIRES_FIELD", ...use },
					directive,
					`${place} asks to be sent ${use.type}.${use.field}`,
					"Do without it",
				);
		if (kind === "provides")
			for (const use of foreign(claims, claims.types.get(type)?.get(name) ?? "", fields))
				needsGrant(
					claims,
					{ kind: "SHAREABLE", ...use },
					directive,
					`${place} answers ${use.type}.${use.field} in its owner's place`,
					"Remove @provides",
				);
		if (kind === "override") checkOverride(claims, { type, field: name }, directive);
		if (kind === "context" || kind === "fromContext")
			refuse(claims, "DIRECTIVE", place, directive, `@${kind} is not served`, "Remove it.");
		if (UNENFORCED.includes(kind))
			claims.found.push({
				severity: "WARNING",
				rule: "DIRECTIVE",
				place,
				line: directive.loc?.startToken.line ?? null,
				message: `The hub does not enforce @${kind}; everybody may ask this field`,
				mend: "Answer only what everybody may read.",
			});
	}
	for (const argument of field.arguments ?? [])
		if (argument.directives?.some((directive) => nameOf(directive) === "fromContext"))
			refuse(claims, "DIRECTIVE", place, argument, "@fromContext is not served", "Remove it.");
}
