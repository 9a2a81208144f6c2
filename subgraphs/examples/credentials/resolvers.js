import { GraphQLError } from "graphql";
import { ABOUT, SUBJECTS } from "./synthetic.js";

const MOST = 100;

function badInput(message) {
	return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}

const cursorOf = ({ id }) => Buffer.from(id).toString("base64url");

/** A page of `all`, which is sorted by id. */
function pageOf(all, { first, after }) {
	if (!(first >= 1 && first <= MOST)) throw badInput(`first: expected 1 to ${MOST}, got ${first}`);
	const start = after ? all.findIndex((item) => cursorOf(item) === after) + 1 : 0;
	if (after && start === 0) throw badInput("after: no cursor of this list");
	const nodes = all.slice(start, start + first);
	return {
		edges: nodes.map((node) => ({ node, cursor: cursorOf(node) })),
		nodes,
		totalCount: all.length,
		pageInfo: {
			hasNextPage: start + nodes.length < all.length,
			hasPreviousPage: start > 0,
			startCursor: nodes.length ? cursorOf(nodes[0]) : null,
			endCursor: nodes.length ? cursorOf(nodes.at(-1)) : null,
		},
	};
}

/** The subject that an id of a course names, for example crs-iacmi-…-cnc-machining; undefined where it names none. */
function subjectOf(courseId) {
	const words = new Set(courseId.split("-"));
	return Object.keys(SUBJECTS).find((subject) => SUBJECTS[subject].some((word) => words.has(word)));
}

/** Resolvers over what `makeRegistry` made. `__resolveReference` answers the hub's `_entities`. */
export function makeResolvers({ colleges, credentials, awards }) {
	const credentialById = new Map(credentials.map((credential) => [credential.id, credential]));
	const ofSubject = (subject) => credentials.filter((credential) => credential.subject === subject);
	return {
		Query: { credentialsRegistry: () => ({}) },
		CredentialsRegistry: {
			about: () => ABOUT,
			colleges: () => colleges,
			credential: (_, { id }) => credentialById.get(id) ?? null,
			credentials: (_, { subject, ...page }) =>
				pageOf(subject ? ofSubject(subject) : credentials, page),
		},
		Credential: { __resolveReference: ({ id }) => credentialById.get(id) ?? null },
		Sme: {
			// What the registry does not know is null; the hub still answers its own fields.
			__resolveReference: ({ id }) => (awards.has(id) ? { id } : null),
			credentialAwards: ({ id }) => awards.get(id),
		},
		Course: {
			__resolveReference: ({ id }) => (subjectOf(id) ? { id } : null),
			relatedCredentials: ({ id }) => ofSubject(subjectOf(id)),
		},
	};
}
