import { Directive, Field, ID, ObjectType } from "type-graphql";

/** The institutes subgraph owns it; here it gains its embeddings. */
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A manufacturing innovation institute." })
export class Institute {
	@Field(() => ID, { description: "Slug of the institute, for example america-makes." })
	id: string;
}
