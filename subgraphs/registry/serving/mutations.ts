import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { ActivateSubgraphInput, PublishSubgraphInput } from "../subgraph/input.ts";
import { toReport, toSubgraph, toVersion } from "../subgraph/present.ts";
import { subgraphRow } from "../subgraph/queries.ts";
import {
	ActivateSubgraphPayload,
	CheckReport,
	PartnerSubgraph,
	PublishSubgraphPayload,
} from "../subgraph/type.ts";
import { activateSubgraph } from "./activate-version.ts";
import { checkSubgraph, publishSubgraph } from "./publish-subgraph.ts";
import { transitionByRequest } from "./rollback-suspend.ts";

const PROOF = "Compact JWS by a current key of the partner.";
const PROOF_OR_ADMIN = `${PROOF} HUB_ADMIN does without.`;
const NAME = "Name of the subgraph.";
const REASON = "Why, in a sentence; it is public.";

@Resolver()
export class SubgraphMutations {
	@Mutation(() => CheckReport, {
		description:
			"Checks a subgraph and changes nothing: composition, ownership, breaking changes against what the hub's users have asked, cost, and live probes of its server.",
	})
	async checkSubgraph(
		@Ctx() context: Context,
		@Arg("input", () => PublishSubgraphInput, { description: "The subgraph." })
		input: PublishSubgraphInput,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		return toReport(await checkSubgraph(context, input, proof));
	}

	@Mutation(() => PublishSubgraphPayload, {
		description:
			"Checks a subgraph and keeps it as a new version, which is served once it is activated. The same schema and address again is the same version.",
	})
	async publishSubgraph(
		@Ctx() context: Context,
		@Arg("input", () => PublishSubgraphInput, { description: "The subgraph." })
		input: PublishSubgraphInput,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		const { findings, version } = await publishSubgraph(context, input, proof);
		const subgraph = version && (await subgraphRow(context.database, input.name));
		return {
			report: toReport(findings),
			version: version && subgraph && toVersion(version, subgraph, context.viewer, true),
		};
	}

	@Mutation(() => ActivateSubgraphPayload, {
		description:
			"Serves a published version, to some consumers first; it becomes everybody's when it holds, and is rolled back when it fails.",
	})
	async activateSubgraph(
		@Ctx() context: Context,
		@Arg("input", () => ActivateSubgraphInput, { description: "Which version, and to whom." })
		input: ActivateSubgraphInput,
		@Arg("proof", () => String, { nullable: true, description: PROOF_OR_ADMIN }) proof?: string,
	) {
		const { findings, subgraph } = await activateSubgraph(context, input, proof);
		return { report: toReport(findings), subgraph: toSubgraph(subgraph) };
	}

	@Mutation(() => PartnerSubgraph, {
		description:
			"Ends the canary; where there is none, brings back the version that was active before, or none.",
	})
	async rollBackSubgraph(
		@Ctx() context: Context,
		@Arg("name", () => String, { description: NAME }) name: string,
		@Arg("reason", () => String, { description: REASON }) reason: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF_OR_ADMIN }) proof?: string,
	) {
		return toSubgraph(
			await transitionByRequest(context, "rollBackSubgraph", { name, reason, proof }),
		);
	}

	@Mutation(() => PartnerSubgraph, { description: "Takes a subgraph out of the hub at once." })
	async suspendSubgraph(
		@Ctx() context: Context,
		@Arg("name", () => String, { description: NAME }) name: string,
		@Arg("reason", () => String, { description: REASON }) reason: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF_OR_ADMIN }) proof?: string,
	) {
		return toSubgraph(
			await transitionByRequest(context, "suspendSubgraph", { name, reason, proof }),
		);
	}

	@Mutation(() => PartnerSubgraph, {
		description: "Serves a suspended subgraph again, as it was.",
	})
	async resumeSubgraph(
		@Ctx() context: Context,
		@Arg("name", () => String, { description: NAME }) name: string,
		@Arg("reason", () => String, { description: REASON }) reason: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF_OR_ADMIN }) proof?: string,
	) {
		return toSubgraph(
			await transitionByRequest(context, "resumeSubgraph", { name, reason, proof }),
		);
	}
}
