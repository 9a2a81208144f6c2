import { randomUUID } from "node:crypto";
import { type DocumentNode, type ExecutionResult, GraphQLError, print } from "graphql";
import type { HubKey, PostBounded } from "../../../../shared/registry.ts";
import { DEFAULT_QUOTA } from "../../../../subgraphs/registry/partner/rules.ts";

export type AskPartner = (
	document: DocumentNode,
	variables: Record<string, unknown> | undefined,
) => Promise<ExecutionResult>;

export type PartnerServer = { name: string; url: string; key: HubKey; post: PostBounded };

/** Target of requests, with the hub's default quota for a partner. */
export const targetOf = ({ url, key, post }: PartnerServer) => ({
	url,
	key,
	post,
	hosts: URL.canParse(url) ? [new URL(url).host] : [],
	quota: DEFAULT_QUOTA,
	production: false,
	requestId: randomUUID(),
});

/** Sends requests to the partner's server, signed and bounded as the hub does. Errors of the server are not masked. */
export function partnerAsker(server: PartnerServer): AskPartner {
	const failed = (message: string): ExecutionResult => ({
		errors: [
			new GraphQLError(message, {
				extensions: { code: "UNAVAILABLE", subgraph: server.name },
			}),
		],
	});
	return async (document, variables) => {
		const { post, ...target } = targetOf(server);
		try {
			const { status, body } = await post({
				...target,
				body: { query: print(document), variables },
			});
			const { data, errors } = (body ?? {}) as ExecutionResult;
			if (data === undefined && !errors?.length)
				return failed(`Your server responded with HTTP ${status} and no GraphQL response`);
			return { data, errors };
		} catch (error) {
			return failed(`Your server at ${server.url}: ${(error as Error).message}`);
		}
	};
}
