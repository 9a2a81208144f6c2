import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
	description:
		"An object with an id that no other object of any type has, and by which `node` finds it again.",
	// The classes of all subgraphs may be loaded in one process; each names its own.
	autoRegisterImplementations: false,
})
export abstract class Node {
	@Field(() => ID, { description: "Its id." })
	id: string;
}
