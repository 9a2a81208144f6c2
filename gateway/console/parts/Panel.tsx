import type { ReactNode } from "react";
import { useId } from "react";
import look from "./Panel.module.css";

type Props = {
	title: string;
	/** What an address says after "#" to lead here. */
	anchor?: string;
	/** One or two sentences under the title. */
	intro?: ReactNode;
	/** Actions beside the title, such as TakeAlong. */
	actions?: ReactNode;
	children: ReactNode;
};

/** A part of a page with a title of its own, which shows and fails by itself. */
export function Panel({ title, anchor, intro, actions, children }: Props) {
	const id = useId();
	return (
		<section id={anchor} className={look.panel} aria-labelledby={id}>
			<div className={look.head}>
				<h2 id={id}>{title}</h2>
				{actions && <div className={look.actions}>{actions}</div>}
			</div>
			{intro && <p className={look.intro}>{intro}</p>}
			{children}
		</section>
	);
}
