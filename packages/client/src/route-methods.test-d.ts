import type { ListName, RouteName, Routes } from '@chat-ticket/contract';
import { expectTypeOf, it } from 'vitest';
import type { CallOptions } from './call-options.ts';
import type { Client } from './client.ts';
import type { ListItems, RouteMethods } from './route-methods.types.ts';
import type { RouteData, RouteInput, RouteResult } from './route-types.ts';

type Equal<A, B> =
  (<Type>() => Type extends A ? 1 : 2) extends <Type>() => Type extends B ? 1 : 2 ? true : false;
type Flatten<Type> = { [Key in keyof Type]: Type[Key] };

/** The input that follows from the route table. */
type TableInput<Name extends RouteName> = keyof RouteInput<Name> extends never
  ? Record<string, never>
  : RouteInput<Name>;
type InputOf<Name extends RouteName> = NonNullable<Parameters<RouteMethods[Name]>[0]>;

/** The parameters that follow from the route table: the input may be left out if nothing in it is required. */
type TableParameters<Name extends RouteName> =
  Partial<RouteInput<Name>> extends RouteInput<Name>
    ? [input?: InputOf<Name> | undefined, options?: CallOptions | undefined]
    : [input: InputOf<Name>, options?: CallOptions | undefined];

it('the client has a method for each route, `live` and `each`', () => {
  expectTypeOf<keyof RouteMethods>().toEqualTypeOf<RouteName>();
  expectTypeOf<keyof Client>().toEqualTypeOf<RouteName | 'live' | 'each'>();
});

it('each method takes the input of its route', () => {
  type OtherInput = {
    [Name in RouteName]: Equal<Flatten<InputOf<Name>>, TableInput<Name>> extends true ? never : Name;
  }[RouteName];
  expectTypeOf<OtherInput>().toEqualTypeOf<never>();

  type OtherParameters = {
    [Name in RouteName]: Equal<Parameters<RouteMethods[Name]>, TableParameters<Name>> extends true
      ? never
      : Name;
  }[RouteName];
  expectTypeOf<OtherParameters>().toEqualTypeOf<never>();
});

it('each method resolves to the result of its route', () => {
  type OtherResult = {
    [Name in RouteName]: Equal<ReturnType<RouteMethods[Name]>, Promise<RouteResult<Name>>> extends true
      ? never
      : Name;
  }[RouteName];
  expectTypeOf<OtherResult>().toEqualTypeOf<never>();
});

it('each list has the items of its pages', () => {
  expectTypeOf<keyof ListItems>().toEqualTypeOf<ListName>();
  type TableItem<Name extends ListName> =
    RouteData<Name> extends infer Page
      ? Page[Routes[Name]['list'] & keyof Page] extends (infer Item)[]
        ? Item
        : never
      : never;
  type OtherItem = {
    [Name in ListName]: Equal<ListItems[Name], TableItem<Name>> extends true ? never : Name;
  }[ListName];
  expectTypeOf<OtherItem>().toEqualTypeOf<never>();
});

it('no method takes or returns any', () => {
  type IsAny<Type> = 0 extends 1 & Type ? true : false;
  type HasAny<Type> =
    IsAny<Type> extends true
      ? true
      : Type extends object
        ? { [Key in keyof Type]: HasAny<Type[Key]> }[keyof Type]
        : never;
  type MethodsWithAny = {
    [Name in RouteName]: true extends
      | HasAny<InputOf<Name>>
      | HasAny<RouteInput<Name>>
      | HasAny<RouteData<Name>>
      ? Name
      : never;
  }[RouteName];
  expectTypeOf<MethodsWithAny>().toEqualTypeOf<never>();
});
