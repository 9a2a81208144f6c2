import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Money, Source } from "../../../shared/provenance/provenance.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { MepCenter } from "../center/type.ts";
import { Institute } from "../references.ts";

export enum EmbeddingKind {
	EMBEDDED_STAFF = "EMBEDDED_STAFF",
	CO_LOCATION = "CO_LOCATION",
	JOINT_PROJECT = "JOINT_PROJECT",
	PLANNED_PARTNERSHIP = "PLANNED_PARTNERSHIP",
	ROUND_THREE_TARGET = "ROUND_THREE_TARGET",
}
registerEnumType(EmbeddingKind, {
	name: "EmbeddingKind",
	description: "How a center and an institute are linked.",
	valuesConfig: {
		EMBEDDED_STAFF: {
			description: "The center has staff at the institute, under the NIST embedding pilot.",
		},
		CO_LOCATION: { description: "They share a building." },
		JOINT_PROJECT: { description: "They run a project together." },
		PLANNED_PARTNERSHIP: { description: "A partnership was planned." },
		ROUND_THREE_TARGET: {
			description:
				"The institute was named in the third round of the pilot; the center chosen is not known.",
		},
	},
});

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A link between an MEP center and an institute.",
})
export class Embedding {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => MepCenter, {
		nullable: true,
		description: "The center; null where the source does not name it.",
	})
	center?: (Partial<MepCenter> & { id: string }) | null;
	@Field(() => Institute, {
		nullable: true,
		description: "The institute; null where the source does not name it.",
	})
	institute?: Institute | null;
	@Field(() => EmbeddingKind, { description: "How they are linked." })
	kind: EmbeddingKind;
	@Field(() => String, {
		nullable: true,
		description: "Start, as precise as the source; null where it gives none.",
	})
	startsOn?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "End, as precise as the source; null where it gives none.",
	})
	endsOn?: string | null;
	@Field(() => Money, { nullable: true, description: "Award for the link, where there is one." })
	award?: Money | null;
	@Field(() => String, { nullable: true, description: "Further notes from the source." })
	note?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "Date of the page, a partial ISO 8601 date.",
	})
	asOf?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"The date in the source's words, if it gives no exact date, for example about 2017.",
	})
	asOfWords?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}
