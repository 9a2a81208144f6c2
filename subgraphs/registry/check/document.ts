import { type ASTNode, type ConstDirectiveNode, type DocumentNode, Kind, parse } from "graphql";

import { argumentOf, nameOf } from "../sdl/directive.ts";
import { type Finding, lineOf } from "../subgraph/finding.ts";
import { NEWEST_FEDERATION } from "./federation-version.ts";

import { sizeFindings } from "./size.ts";

/** Deepest brackets of a schema; deeper ones only exhaust parsers. */
const DEEPEST = 50;

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v(\d+)\.(\d+)$/;
const { major: MAJOR, minor: NEWEST } = NEWEST_FEDERATION;
const LINK = "https://specs.apollo.dev/link/v1.0";

function error(
	rule: string,
	place: string,
	node: ASTNode,
	message: string,
	remedy: string,
): Finding {
	return { severity: "ERROR", rule, place, line: lineOf(node), message, remedy };
}

/** Whether brackets nest deeper than any honest schema's; found without parsing, which would be recursive. */
function tooDeep(sdl: string): boolean {
	let depth = 0;
	for (const char of sdl) {
		if (char === "[" || char === "{" || char === "(") depth++;
		else if (char === "]" || char === "}" || char === ")") depth--;
		if (depth > DEEPEST) return true;
	}
	return false;
}

/** Parses a schema; a finding where it cannot be. */
export function parseSchema(sdl: string): DocumentNode | Finding {
	const fault = (line: number | null, message: string): Finding => ({
		severity: "ERROR",
		rule: "SYNTAX",
		place: "schema",
		line,
		message,
		remedy: "Send the subgraph's schema in GraphQL's schema language, as its server prints it.",
	});
	if (tooDeep(sdl)) return fault(null, `Its brackets nest deeper than ${DEEPEST}`);
	try {
		return parse(sdl, { maxTokens: 200_000 });
	} catch (thrown) {
		const { message, locations } = thrown as {
			message: string;
			locations?: Array<{ line: number }>;
		};
		return fault(locations?.[0]?.line ?? null, message);
	}
}

function linkFindings(directive: ConstDirectiveNode): Finding[] {
	const url = argumentOf(directive, "url") ?? "";
	const found: Finding[] = [];
	const [, major, minor] = FEDERATION.exec(url) ?? [];
	const supported = Number(major) === MAJOR && Number(minor) <= NEWEST;
	if (!supported && url !== LINK)
		found.push(
			error(
				"LINK",
				"schema",
				directive,
				major
					? `It links version ${major}.${minor} of Federation; the hub composes 2.0 to 2.${NEWEST}`
					: `It links "${url}", which the hub does not compose`,
				`Link a version from "https://specs.apollo.dev/federation/v2.0" to v2.${NEWEST} only.`,
			),
		);
	const text = JSON.stringify(directive.arguments ?? [], (key, value) =>
		key === "loc" ? undefined : value,
	);
	// A name of its own for a federation directive would hide from the rules what it is.
	if (directive.arguments?.some(({ name }) => name.value === "as") || /"value":"as"/.test(text))
		found.push(
			error(
				"LINK",
				"schema",
				directive,
				"It gives a federation directive another name",
				'Import directives under their own names: import: ["@key"].',
			),
		);
	return found;
}

/** Federation 2, its directives under their own names, root types under theirs, nothing that reaches out of the subgraph. */
export function documentFindings(document: DocumentNode): Finding[] {
	const found: Finding[] = sizeFindings(document);
	let federation = false;
	for (const node of document.definitions) {
		if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
		for (const directive of node.directives ?? []) {
			if (nameOf(directive) !== "link") {
				found.push(
					error(
						"LINK",
						"schema",
						directive,
						`@${nameOf(directive)} on the schema affects more than the subgraph`,
						"Remove it; @link is the only directive a schema may carry here.",
					),
				);
				continue;
			}
			federation ||= FEDERATION.test(argumentOf(directive, "url") ?? "");
			found.push(...linkFindings(directive));
		}
		for (const { operation, type } of node.operationTypes ?? [])
			if (type.name.value.toLowerCase() !== operation)
				found.push(
					error(
						"ROOT_TYPE",
						"schema",
						type,
						`The root type of ${operation} is named ${type.name.value}`,
						"Name root types Query and Mutation.",
					),
				);
	}
	if (!federation)
		found.push({
			severity: "ERROR",
			rule: "LINK",
			place: "schema",
			line: null,
			message: "It is not a Federation 2 schema; under Federation 1 every field could be shared",
			remedy:
				'Begin it with: extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])',
		});
	return found;
}
