import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import look from "./Told.module.css";
import { Told } from "./Told.tsx";
import type { ToldFigure } from "./told.ts";

type Props = {
	told: readonly ToldFigure<FigureFieldsFragment>[];
	name?: string;
	say?: (figure: FigureFieldsFragment) => string | undefined;
};

/** Several answers, one a line. */
export function ToldList({ told, name, say }: Props) {
	return (
		<ul className={look.list}>
			{told.map((one) => (
				<li key={one.shown.id}>
					<Told of={one} name={name} say={say} />
				</li>
			))}
		</ul>
	);
}
