/**
 * A dashboard as JSON, as strict as Grafana's own types are: every panel by its type, every target a query of Prometheus.
 * `Dashboard` itself takes any options for a panel and any text for its type.
 */
import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

/** What JSON has in the place of T: an enum's values, and no methods. */
type Json<T> = T extends string
    ? `${T}`
    : T extends number
      ? `${T}` extends `${infer N extends number}`
          ? N
          : never
      : T extends (infer E)[]
        ? Json<E>[]
        : T extends object
          ? { [K in keyof T as T[K] extends (...args: never[]) => unknown ? never : K]: Json<T[K]> }
          : T;

/** No other options, targets and custom fields than those of the panel's type, and none left out that identify it. */
type PanelOf<Type extends string, Options, Custom> = Omit<
    Json<dashboard.Panel>,
    'type' | 'targets' | 'options' | 'fieldConfig'
> & {
    type: Type;
    id: number;
    title: string;
    targets: Json<prometheus.Dataquery>[];
    options: Json<Options>;
    fieldConfig: Omit<Json<dashboard.FieldConfigSource>, 'defaults'> & {
        defaults: Omit<Json<dashboard.FieldConfig>, 'custom'> & { custom?: Json<Custom> };
    };
};

type Panel =
    | Json<dashboard.RowPanel>
    | PanelOf<'bargauge', bargauge.Options, never>
    | PanelOf<'stat', stat.Options, never>
    | PanelOf<'table', table.Options, Partial<table.FieldConfig>>
    | PanelOf<'timeseries', timeseries.Options, timeseries.FieldConfig>;

export type Dashboard = Omit<Json<dashboard.Dashboard>, 'panels'> & { uid: string; title: string; panels: Panel[] };
