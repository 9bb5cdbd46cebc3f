// Makes the charts of the page interactive. Without it they are pictures with tables, and complete.
// Each chart gets a button for each line, which hides it, and one that replaces the picture by a
// chart of uPlot: values under the pointer or the arrow keys, zoom by dragging or by buttons.
'use strict';
(() => {
  const UNITS = {count: ['', ' k', ' M', ' G'], time: [' ns', ' µs', ' ms', ' s']};

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    if (text) {
      element.textContent = text;
    }
    return element;
  };

  const button = (className, text, action) => {
    const element = make('button', className, text);
    element.type = 'button';
    element.addEventListener('click', action);
    return element;
  };

  // Three digits and a unit, as the tables have it.
  const words = (value, units) => {
    let size = 0;
    while (Math.abs(value) >= 999.5 && size < units.length - 1) {
      value /= 1000;
      size++;
    }
    return Number(value.toPrecision(3)) + units[size];
  };

  // A place on an axis of nines as a percentile: 2 is p99.
  const percentile = nines => 'p' + Number((100 - 100 * Math.pow(10, -nines)).toPrecision(
      Math.max(2, Math.ceil(nines) + 1)));

  class Exploration {
    constructor(plot, data) {
      this.plot = plot;
      this.data = data;
      this.lines = [...plot.querySelectorAll('svg.chart > g.series')];
      this.shown = this.lines.map(() => true);
      this.curved = data.series.some(series => series.curve.length > 0);
      this.units = /s$/.test(data.y.ticks[data.y.ticks.length - 1].label) ? UNITS.time : UNITS.count;
      this.series = data.series.map(series =>
          series.curve.length > 0 ? series.curve : series.points.map(({x, y}) => ({x, y})));
      this.xs = [...new Set(this.series.flatMap(places => places.map(place => place.x)))]
          .sort((a, b) => a - b);
      this.home();
      this.addTools();
    }

    home() {
      this.view = {x: [this.data.x.low, this.data.x.high], y: [this.data.y.low, this.data.y.high]};
    }

    addTools() {
      const title = this.data.title;
      const tools = make('div', 'plot-tools');
      this.explore = button('explore', 'Explore', () => this.toggle());
      this.explore.setAttribute('aria-label', 'Explore: ' + title);
      this.explore.setAttribute('aria-pressed', 'false');
      this.zooms = make('span', 'zooms');
      this.zooms.append(
          button('zoom-in', 'Zoom in', () => this.zoom(0.5)),
          button('zoom-out', 'Zoom out', () => this.zoom(2)),
          button('zoom-reset', 'Reset', () => this.reset()));
      this.zooms.hidden = true;
      this.keys = make('div', 'keys');
      this.keys.setAttribute('role', 'group');
      this.keys.setAttribute('aria-label', 'Lines of: ' + title);
      this.data.series.forEach((series, i) => {
        const key = button('key ' + series.style, '', () => this.show(i, !this.shown[i]));
        key.setAttribute('aria-pressed', 'true');
        key.append(make('i', 'dot'), make('span', 'key-name', series.name));
        key.querySelector('.dot').setAttribute('aria-hidden', 'true');
        this.keys.append(key);
      });
      this.stage = make('div', 'stage');
      this.stage.hidden = true;
      this.stage.tabIndex = 0;
      // So that screen readers leave the arrow keys to it.
      this.stage.setAttribute('role', 'application');
      this.stage.setAttribute('aria-label', title
          + '. Left and right move along the line, up and down change it, plus and minus zoom, 0 resets.');
      this.stage.addEventListener('keydown', event => this.key(event));
      this.readout = make('p', 'readout');
      this.readout.setAttribute('aria-live', 'polite');
      this.readout.hidden = true;
      tools.append(this.explore, this.zooms);
      this.plot.append(this.stage, this.readout, tools, this.keys);
      new ResizeObserver(() => this.fit()).observe(this.plot);
    }

    show(i, shown) {
      this.shown[i] = shown;
      this.lines[i].toggleAttribute('hidden', !shown);
      this.keys.children[i].setAttribute('aria-pressed', String(shown));
      this.chart?.setSeries(i + 1, {show: shown});
    }

    toggle() {
      const exploring = !this.chart;
      this.explore.setAttribute('aria-pressed', String(exploring));
      this.plot.classList.toggle('exploring', exploring);
      for (const element of [this.stage, this.readout, this.zooms]) {
        element.hidden = !exploring;
      }
      if (exploring) {
        this.draw();
        this.say((this.curved
            ? 'Point at a curve for its values. Drag over a part of it to zoom, double-click to go back.'
            : 'Point at a mark for its value. Drag up or down to zoom, double-click to go back.')
            + ' Keys: arrows, plus, minus, 0.');
        this.stage.focus({preventScroll: true});
      } else {
        this.chart.destroy();
        this.chart = undefined;
        this.home();
      }
    }

    // The colours are those of the picture, in the scheme of the moment.
    redraw() {
      if (this.chart) {
        this.chart.destroy();
        this.draw();
      }
    }

    width() {
      return Math.max(280, this.plot.clientWidth);
    }

    fit() {
      if (this.chart && this.chart.width !== this.width()) {
        this.chart.setSize({width: this.width(), height: this.chart.height});
      }
    }

    draw() {
      const {data} = this;
      const colour = name => getComputedStyle(this.plot).getPropertyValue(name).trim();
      this.colours = this.lines.map(line => getComputedStyle(line).getPropertyValue('--c').trim());
      const font = '12px ' + getComputedStyle(document.body).fontFamily;
      const axis = {
        font, labelFont: font, stroke: colour('--muted'), labelSize: 20,
        ticks: {stroke: colour('--line'), width: 1}, grid: {stroke: colour('--line'), width: 1},
      };
      const options = {
        width: this.width(),
        height: 360,
        legend: {show: false},
        scales: {
          x: {time: false, range: () => this.view.x},
          y: {distr: data.y.logarithmic ? 3 : 1, range: () => this.view.y},
        },
        axes: [
          {...axis, label: data.x.label, splits: () => this.places(), values: (u, at) => at.map(v => this.place(v))},
          {...axis, label: data.y.label, size: 66, splits: data.y.logarithmic ? () => this.decades() : undefined,
            filter: (u, at) => at, values: (u, at) => at.map(v => v === null ? '' : words(v, this.units))},
        ],
        series: [{}].concat(data.series.map((series, i) => ({
          label: series.name, show: this.shown[i], stroke: this.colours[i], width: 2, spanGaps: true,
          dash: series.style.includes('control') ? [5, 4] : series.style.includes('dashed') ? [10, 3] : undefined, points: {show: false},
        }))),
        focus: {alpha: 0.35},
        cursor: {
          focus: {prox: 40},
          points: {size: 9},
          drag: {x: this.curved, y: true, uni: this.curved ? 24 : undefined, setScale: false},
          bind: {dblclick: () => () => this.reset()},
        },
        hooks: {
          draw: [u => this.drawMarks(u)],
          setSeries: [(u, i) => { this.focus = i; }],
          setCursor: [u => this.point(u)],
          setSelect: [u => this.select(u)],
        },
      };
      const columns = this.series.map(places => {
        const at = new Map(places.map(place => [place.x, place.y]));
        return this.xs.map(x => at.get(x) ?? null);
      });
      this.focus = null;
      this.chart = new uPlot(options, [this.xs, ...columns], this.stage);
    }

    // The labelled places in view; between two percentiles there are more.
    places() {
      const [low, high] = this.view.x;
      const ticks = this.data.x.ticks.map(tick => tick.value).filter(v => v >= low && v <= high);
      return ticks.length > 2 || !this.curved
          ? ticks
          : [0, 1, 2, 3, 4].map(i => low + (high - low) * (i + 0.5) / 5);
    }

    // Powers of ten, and their doubles and fivefolds where there are few.
    decades() {
      const [low, high] = this.view.y;
      const digits = high / low < 1000 ? [1, 2, 5] : [1];
      const places = [];
      for (let decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= high; decade *= 10) {
        places.push(...digits.map(digit => digit * decade));
      }
      return places.filter(place => place >= low && place <= high);
    }

    place(value) {
      const tick = this.data.x.ticks.find(known => Math.abs(known.value - value) < 1e-6);
      return tick ? tick.label : this.curved ? percentile(value) : '';
    }

    // Marks, intervals and the samples behind them, as in the picture.
    drawMarks(u) {
      const ratio = uPlot.pxRatio;
      const {ctx} = u;
      ctx.save();
      ctx.beginPath();
      ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
      ctx.clip();
      this.data.series.forEach((series, i) => {
        if (!this.shown[i]) {
          return;
        }
        ctx.fillStyle = ctx.strokeStyle = this.colours[i];
        ctx.lineWidth = 1.4 * ratio;
        const mark = new Path2D(series.mark);
        for (const point of series.points) {
          const x = u.valToPos(point.x, 'x', true);
          const y = value => u.valToPos(value, 'y', true);
          if (point.low !== point.high) {
            ctx.beginPath();
            ctx.moveTo(x, y(Math.max(point.low, this.data.y.low)));
            ctx.lineTo(x, y(point.high));
            ctx.stroke();
          }
          for (const raw of point.raw) {
            ctx.beginPath();
            ctx.arc(x + 7 * ratio, y(raw), 2 * ratio, 0, 2 * Math.PI);
            ctx.fill();
          }
          ctx.save();
          ctx.translate(x, y(point.y));
          ctx.scale(ratio, ratio);
          ctx.fill(mark);
          ctx.restore();
        }
      });
      ctx.restore();
    }

    // Says what the pointer is at: the nearest line, or the first that is shown.
    point(u) {
      const at = u.cursor.idx;
      if (at === null || at === undefined || u.cursor.left < 0) {
        return;
      }
      const i = (this.focus ?? this.shown.indexOf(true) + 1) - 1;
      if (i < 0 || !this.shown[i]) {
        return;
      }
      const series = this.data.series[i];
      const value = u.data[i + 1][at];
      const known = series.points.find(point => point.x === this.xs[at]);
      if (known) {
        this.say(known.text);
      } else if (value !== null) {
        this.say(series.name + ' ' + this.place(this.xs[at]) + ': ' + words(value, this.units));
      }
    }

    say(text) {
      this.readout.textContent = text;
    }

    select(u) {
      const {left, top, width, height} = u.select;
      const view = {...this.view};
      if (width > 0 && width < u.over.clientWidth) {
        view.x = [u.posToVal(left, 'x'), u.posToVal(left + width, 'x')];
      }
      if (height > 0 && height < u.over.clientHeight) {
        view.y = [u.posToVal(top + height, 'y'), u.posToVal(top, 'y')];
      }
      u.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
      if (view.x !== this.view.x || view.y !== this.view.y) {
        this.look(view);
      }
    }

    // By a factor, around the middle of what is in view, never beyond the whole.
    zoom(factor) {
      const scaled = (range, logarithmic, whole) => {
        const [to, from] = logarithmic ? [Math.log, Math.exp] : [v => v, v => v];
        const [low, high] = range.map(to);
        const half = (high - low) / 2 * factor;
        const middle = (high + low) / 2;
        return [Math.max(whole.low, from(middle - half)), Math.min(whole.high, from(middle + half))];
      };
      this.look({
        x: this.curved ? scaled(this.view.x, false, this.data.x) : this.view.x,
        y: scaled(this.view.y, this.data.y.logarithmic, this.data.y),
      });
    }

    reset() {
      this.home();
      this.look(this.view);
    }

    look(view) {
      this.view = view;
      this.chart.batch(() => {
        this.chart.setScale('x', {min: view.x[0], max: view.x[1]});
        this.chart.setScale('y', {min: view.y[0], max: view.y[1]});
      });
      const y = view.y.map(value => words(value, this.units)).join(' to ');
      this.say('In view: '
          + (this.curved ? view.x.map(value => this.place(value)).join(' to ') + ', ' + y : y) + '.');
    }

    key(event) {
      const actions = {
        ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1),
        ArrowUp: () => this.change(-1), ArrowDown: () => this.change(1),
        '+': () => this.zoom(0.5), '-': () => this.zoom(2), '0': () => this.reset(),
      };
      if (actions[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        actions[event.key]();
      }
    }

    step(by) {
      const first = this.xs.findIndex(x => x >= this.view.x[0]);
      const last = this.xs.findLastIndex(x => x <= this.view.x[1]);
      if (first < 0 || last < first) {
        return;
      }
      const start = by > 0 ? first - 1 : last + 1;
      const now = this.chart.cursor.left >= 0 ? this.chart.cursor.idx ?? start : start;
      this.go(Math.min(last, Math.max(first, now + by)));
    }

    change(by) {
      const shown = this.shown.flatMap((is, i) => (is ? [i + 1] : []));
      if (shown.length > 0) {
        const now = shown.indexOf(this.focus ?? shown[0]);
        const next = shown[(now + by + shown.length) % shown.length];
        this.chart.setSeries(next, {focus: true});
        this.go(this.chart.cursor.idx ?? 0, next);
      }
    }

    go(at, line = this.focus ?? this.shown.indexOf(true) + 1) {
      const value = line > 0 ? this.chart.data[line][at] : null;
      this.chart.setCursor({
        left: this.chart.valToPos(this.xs[at], 'x'),
        top: value === null ? 0 : this.chart.valToPos(value, 'y'),
      });
      this.focus = line;
      this.point(this.chart);
    }
  }

  const explorations = [...document.querySelectorAll('.plot')].map(plot =>
      new Exploration(plot, JSON.parse(plot.querySelector('.chart-data').textContent)));
  matchMedia('(prefers-color-scheme: dark)').addEventListener(
      'change', () => explorations.forEach(exploration => exploration.redraw()));
})();
