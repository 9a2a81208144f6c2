import { useWords } from "../words/use-words.ts";
import look from "./Figure.module.css";
import { openSource, type Told } from "./source-sheet.ts";

type Props = {
	name: string;
	value: number;
	unit: string | null;
	/** How it was computed, and from what. */
	told: Told;
	/** The mark of a changed definition. */
	children?: string;
};

/** A figure that the hub computed by a formula; it opens onto how. */
export function ComputedFigure({ name, value, unit, told, children }: Props) {
	const t = useWords();
	const text = children ?? t.value(value, unit);
	return (
		<button
			type="button"
			className={look.figure}
			aria-haspopup="dialog"
			onClick={({ currentTarget }) =>
				openSource({ kind: "computed", name, text, told }, currentTarget)
			}
		>
			{text}
		</button>
	);
}
