import type { DoubtFieldsFragment, SourceFieldsFragment } from "../graphql/graphql.ts";
import look from "./Figure.module.css";
import { Marks } from "./Marks.tsx";
import { openSource, type Told } from "./source-sheet.ts";

type Props = {
	/** What it is called. */
	name: string;
	/** What was read, as it is shown. */
	children: string;
	source: SourceFieldsFragment;
	doubts?: readonly DoubtFieldsFragment[];
	/** What else the card tells of it. */
	told?: Told;
};

/** What was read in a document but is no observation, such as a date or an amount of a record; it opens onto its source. */
export function Sourced({ name, children: text, source, doubts = [], told }: Props) {
	return (
		<button
			type="button"
			className={`${look.figure} ${look.words}`}
			aria-haspopup="dialog"
			onClick={({ currentTarget }) =>
				openSource({ kind: "record", name, text, source, doubts, told }, currentTarget)
			}
		>
			{text}
			<Marks doubts={doubts} />
		</button>
	);
}
