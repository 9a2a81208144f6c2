import type { ReactNode } from "react";
import look from "./Subhead.module.css";

/** The title of a part of a panel, with actions beside it, such as TakeAlong. */
export function Subhead({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className={look.head}>
			<h3>{title}</h3>
			{children}
		</div>
	);
}
