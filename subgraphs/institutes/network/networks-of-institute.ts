import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { Institute } from "../institute/type.ts";
import { networksObservationsFor } from "./load.ts";
import { networksOfInstituteLoader } from "./loaders.ts";
import { toNetwork } from "./present.ts";
import { Network } from "./type.ts";

/** The networks of an institute, and what the documents say of all institutes of those networks. */
@Resolver(() => Institute)
export class InstituteNetworksResolver {
	@FieldResolver(() => [Network], { description: "Networks it belongs to, by id." })
	async networks(@Root() { id }: Institute, @Ctx() context: Context) {
		return (await networksOfInstituteLoader(context).load(id)).map(toNetwork);
	}

	@FieldResolver(() => [Observation], {
		description:
			"How it is governed, according to the documents about the institutes of its networks.",
	})
	async governance(@Root() { id }: Institute, @Ctx() context: Context) {
		return networksObservationsFor(context, id, "governance");
	}

	@FieldResolver(() => [String], {
		description:
			"Who owns the results of a project, according to the documents about its network's institutes.",
	})
	async intellectualPropertyRules(@Root() { id }: Institute, @Ctx() context: Context) {
		const rules = await networksObservationsFor(context, id, "intellectual_property_rule");
		return rules.flatMap(({ text }) => text ?? []);
	}
}
