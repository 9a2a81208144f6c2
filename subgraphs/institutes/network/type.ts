import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A network of institutes or centers." })
export class Network {
	@Field(() => ID, { description: "Slug of the network, for example manufacturing-usa." })
	id: string;
	@Field(() => String, { description: "Name of the network." })
	name: string;
	@Field(() => [String], { description: "Earlier names." })
	formerNames: string[];
	@Field(() => String, { description: "Country in ISO 3166-1." })
	country: string;
	@Field(() => Int, {
		description: "Month in which its fiscal year starts; the year bears the number it ends in.",
	})
	fiscalYearStartMonth: number;
}
