/*
 * Draws the table as it looked when it was left, until the program itself is there: on an old computer that takes
 * seconds, and whoever opens a ledger wants to see it. It is a picture and nothing else: no element of it can be found,
 * read out or typed into. `src/ui/state/last-seen.ts` keeps it (with the form of what is read here) and takes it away.
 * Not a module: it must not wait for one.
 */
;(function () {
  var boot = document.getElementById('boot')
  var seen = read('dutybook.last-seen')
  if (!boot || boot.className || !seen || !seen.boxes) return
  // After another change the picture would show what is no longer so; in another window it would not fit.
  var marker = read('dutybook.marker.' + seen.workbook)
  if (!marker || marker.n !== seen.n) return
  if (location.hash && location.hash !== '#/' + seen.place) return
  if (window.innerWidth !== seen.width || window.innerHeight !== seen.height) return

  var canvas = document.createElement('canvas')
  var scale = window.devicePixelRatio || 1
  canvas.width = Math.round(seen.width * scale)
  canvas.height = Math.round(seen.height * scale)
  var pen = canvas.getContext('2d')
  if (!pen) return
  pen.scale(scale, scale)
  pen.fillStyle = seen.background
  pen.fillRect(0, 0, seen.width, seen.height)
  pen.textBaseline = 'middle'
  for (var i = 0; i < seen.boxes.length; i++) draw(seen.boxes[i])
  boot.setAttribute('data-last-seen', '')
  boot.appendChild(canvas)

  function draw(box) {
    var style = seen.styles[box[0]]
    var left = box[1]
    var top = box[2]
    var width = box[3]
    var height = box[4]
    if (style.background) {
      pen.fillStyle = style.background
      pen.fillRect(left, top, width, height)
    }
    if (style.line) {
      pen.fillStyle = style.line
      pen.fillRect(left, top + height - 1, width, 1)
      pen.fillRect(left + width - 1, top, 1, height)
    }
    if (!box[5]) return
    pen.save()
    pen.beginPath()
    pen.rect(left, top, width, height)
    pen.clip()
    pen.font = style.font
    pen.fillStyle = style.color
    var right = style.align === 'end'
    var middle = style.align === 'center'
    pen.textAlign = right ? 'right' : middle ? 'center' : 'left'
    pen.fillText(
      box[5],
      middle ? left + width / 2 : right ? left + width - style.indent : left + style.indent,
      top + height / 2,
    )
    pen.restore()
  }

  // Damaged or blocked: then the outline stays, and nobody misses anything.
  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key))
    } catch (error) {
      return null
    }
  }
})()
