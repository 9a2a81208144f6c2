import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { toRelease, toReleasePreview } from "./present.ts";
import { previewRelease } from "./preview.ts";
import { FiscalQuarterInput, ReleasePreview } from "./preview-type.ts";
import { publishRelease } from "./publish.ts";
import { Release } from "./type.ts";

@InputType({ description: "Which release to publish." })
class PublishReleaseInput {
	@Field(() => ID, { description: "Id of the preview, from previewRelease." })
	preview: string;
	@Field(() => String, {
		nullable: true,
		description: "A note that everybody can read, of at most 1,000 characters.",
	})
	note?: string | null;
}

@Resolver()
export class PublishingResolver {
	@Query(() => ReleasePreview, {
		description:
			"What a release would publish: how many cells, what is suppressed and why, what changed. It is computed in the background: ask again while it is COMPUTING. For the program office.",
	})
	async previewRelease(
		@Ctx() context: Context,
		@Arg("quarters", () => [FiscalQuarterInput], {
			nullable: true,
			description:
				"Quarters to add to those of earlier releases; every one must be closed. All closed ones if left out.",
		})
		quarters?: FiscalQuarterInput[] | null,
	) {
		return toReleasePreview(await previewRelease(context, quarters ?? null));
	}

	@Mutation(() => Release, {
		description:
			"Publishes exactly what a preview showed, for everybody and for good. Refused with CONFLICT if records that it counts have changed since, or if somebody else has published it. The same preview again, with the same note, returns the first answer. For the program office.",
	})
	async publishRelease(
		@Ctx() context: Context,
		@Arg("input", () => PublishReleaseInput, { description: "The preview." })
		input: PublishReleaseInput,
	) {
		return toRelease(await publishRelease(context, input));
	}
}
